import type { Page } from '@playwright/test'

/** The form in which an endpoint is made or mended. */
export class EndpointForm {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get #dialog() {
    return this.#page.getByRole('dialog', { name: 'Settings' })
  }

  get preset() {
    return this.#dialog.getByRole('combobox', { name: 'Start from' })
  }

  get baseURL() {
    return this.#dialog.getByRole('textbox', { name: 'Base URL' })
  }

  get name() {
    return this.#dialog.getByRole('textbox', { name: 'Name', exact: true })
  }

  /** A field for secrets has no role; its label names it. */
  get key() {
    return this.#dialog.getByLabel('API key')
  }

  /** What is said of a key that was taken out of its field. */
  get keyDropped() {
    return this.#dialog.getByText('Emptied, since the key was typed for')
  }

  /** One of the places where a key can be kept. */
  keyPlace(name: 'On this device' | 'Encrypted' | 'This tab only') {
    return this.#dialog.getByRole('radio', { name, exact: true })
  }

  get replaceKey() {
    return this.#dialog.getByRole('button', { name: 'Replace', exact: true })
  }

  get removeKey() {
    return this.#dialog.getByRole('button', { name: 'Remove key' })
  }

  get addHeader() {
    return this.#dialog.getByRole('button', { name: 'Add a header' })
  }

  get headerName() {
    return this.#dialog.getByRole('textbox', { name: 'Header name' })
  }

  get headerValue() {
    return this.#dialog.getByRole('textbox', { name: 'Header value' })
  }

  /** What is said of secrets that were meant for another address. */
  get headersMoved() {
    return this.#dialog.getByText('What may be a secret in them')
  }

  get prefill() {
    return this.#dialog.getByRole('combobox', { name: 'Continuing an answer' })
  }

  /** What the endpoint has been seen to refuse. */
  get learnt() {
    return this.#dialog.getByRole('group', { name: 'Learnt from its answers' })
  }

  get test() {
    return this.#dialog.getByRole('button', { name: 'Save and test', exact: true })
  }

  get verdict() {
    return this.test.locator('..').getByRole('status')
  }

  /** Why a test failed, and what to do. */
  get diagnosis() {
    return this.#dialog.getByRole('region', { name: 'What may be wrong' })
  }

  get problem() {
    return this.#dialog.getByRole('alert')
  }

  get save() {
    return this.#dialog.getByRole('button', { name: 'Save', exact: true })
  }

  /** Cancel, or what it is called once a test has saved something. */
  get leave() {
    return this.#dialog.getByRole('button', { name: /^(Cancel|Done)/ })
  }

  get cancel() {
    return this.#dialog.getByRole('button', { name: 'Cancel' })
  }
}
