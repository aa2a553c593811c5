import type { Page } from '@playwright/test'

/** The presets: the menu of the panel and the dialog behind it. */
export class Presets {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get button() {
    return this.#page.getByRole('button', { name: 'Presets', exact: true })
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Presets' })
  }

  get name() {
    return this.dialog.getByRole('textbox', { name: 'Name of the preset' })
  }

  get entries() {
    return this.dialog.getByRole('listitem')
  }

  entry(name: string) {
    return this.entries.filter({ has: this.#page.getByText(name, { exact: true }) })
  }

  get chooser() {
    return this.dialog.locator('input[type=file]')
  }

  /** What has just been done, with the way back. */
  done(words: string) {
    return this.#page.getByRole('status').filter({ hasText: words })
  }

  get undo() {
    return this.#page.getByRole('status').getByRole('button', { name: 'Undo', exact: true })
  }

  async choose(item: string): Promise<void> {
    await this.button.click()
    await this.#page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  async open(): Promise<void> {
    await this.choose('Save or manage…')
  }

  async act(name: string, item: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Actions for the preset “${name}”` }).click()
    await this.#page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** Keeps what is set under a name, and leaves the dialog. */
  async save(name: string): Promise<void> {
    await this.open()
    await this.name.fill(name)
    await this.name.press('Enter')
    await this.done(`Saved as “${name}”.`).waitFor()
    await this.#page.keyboard.press('Escape')
  }
}
