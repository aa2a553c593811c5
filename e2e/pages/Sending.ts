import type { Page } from '@playwright/test'

/** The line of tokens in the composer, and the dialog that it opens. */
export class Sending {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** What sending now would take. */
  get line() {
    return this.#page.locator('form').getByRole('button', { name: /^(\d+ requests, each )?about .* tokens/ })
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Before sending' })
  }

  part(name: 'total' | 'requests' | 'source' | 'warning' | 'cost') {
    return this.dialog.locator(`[data-part=${name}]`)
  }

  get rows() {
    return this.dialog.locator('[data-part=messages] > li[data-role]')
  }

  get contextLength() {
    return this.dialog.getByRole('spinbutton', { name: 'Context length' })
  }

  /** The request as JSON, as it is shown. */
  async json(): Promise<unknown> {
    await this.dialog.getByText('The request as JSON').click()
    return JSON.parse(await this.dialog.locator('pre').innerText())
  }

  async open(): Promise<void> {
    await this.line.click()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click()
  }
}
