import type { Page } from '@playwright/test'

/** What stands in one place of the tree, in columns. */
export class Compare {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Compare' })
  }

  get columns() {
    return this.dialog.getByRole('region', { name: /^Choice/ })
  }

  column(place: number) {
    return this.dialog.getByRole('region', { name: `Choice ${place}`, exact: true })
  }

  /** The words of a column that the one it is compared with does not have. */
  marked(place: number) {
    return this.column(place).getByRole('insertion')
  }

  take(place: number) {
    return this.column(place).getByRole('button', { name: 'Take this one' })
  }

  get mark() {
    return this.dialog.getByRole('checkbox', { name: 'Mark differing words' })
  }

  get against() {
    return this.dialog.getByRole('combobox', { name: 'against' })
  }
}
