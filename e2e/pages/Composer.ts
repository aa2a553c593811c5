import type { Page } from '@playwright/test'

/** Where the reader writes. */
export class Composer {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get field() {
    return this.#page.getByRole('textbox', { name: 'Message', exact: true })
  }

  get sendButton() {
    return this.#page.getByRole('button', { name: 'Send', exact: true })
  }

  get stopButton() {
    return this.#page.getByRole('button', { name: /^Stop/ })
  }

  /** Adds what is written without asking for a reply. */
  get addButton() {
    return this.#page.getByRole('button', { name: 'Add', exact: true })
  }

  /** In whose name it is written. */
  get role() {
    return this.#page.locator('form').filter({ has: this.field }).getByRole('combobox', { name: 'Role' })
  }

  /** What Enter does, or what the message will be. */
  get hint() {
    return this.#page.locator('#composer-hint')
  }

  /** What stands beside the field while its text waits for a reply to be finished. */
  get queued() {
    return this.#page.locator('form').getByText('Will be sent when this reply is finished.')
  }

  get unqueueButton() {
    return this.#page.getByRole('button', { name: 'Don’t send' })
  }
}
