import type { Page } from '@playwright/test'

/** The whole tree of a conversation, a line a message. */
export class Outline {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get opener() {
    return this.#page.getByRole('button', { name: 'Outline', exact: true })
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Outline' })
  }

  /** Of a long outline only those in sight are there. */
  get lines() {
    return this.dialog.getByRole('treeitem')
  }

  line(text: string | RegExp) {
    return this.lines.filter({ hasText: text })
  }
}
