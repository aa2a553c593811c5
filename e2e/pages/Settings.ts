import { type Page, expect } from '@playwright/test'
import { EndpointForm } from './EndpointForm'

/** The dialog with the endpoints, the theme and the connection. */
export class Settings {
  readonly #page: Page
  readonly form: EndpointForm

  constructor(page: Page) {
    this.#page = page
    this.form = new EndpointForm(page)
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Settings' })
  }

  get opener() {
    return this.#page.getByRole('button', { name: 'Settings', exact: true })
  }

  get addEndpoint() {
    return this.dialog.getByRole('button', { name: 'Add an endpoint' })
  }

  get stallSeconds() {
    return this.dialog.getByRole('spinbutton', { name: /Hang up after a silence of/ })
  }

  get retries() {
    return this.dialog.getByRole('spinbutton', { name: /Try again by itself/ })
  }

  button(name: string) {
    return this.dialog.getByRole('button', { name, exact: true })
  }

  get closeButton() {
    return this.dialog.getByRole('button', { name: 'Close' })
  }

  endpoint(name: string) {
    return this.dialog.getByRole('listitem').filter({ hasText: name })
  }

  theme(name: 'System' | 'Light' | 'Dark') {
    return this.dialog.getByRole('radio', { name })
  }

  async open(): Promise<void> {
    await this.opener.click()
  }

  async edit(name: string): Promise<void> {
    await this.open()
    await this.dialog.getByRole('button', { name: `Edit ${name}` }).click()
  }

  /** Adds an endpoint as its reader would, by hand, and closes the settings. */
  async add(endpoint: {
    baseURL: string
    name: string
    key?: string
    keyPlace?: Parameters<EndpointForm['keyPlace']>[0]
  }): Promise<void> {
    await this.open()
    await this.addEndpoint.click()
    await this.form.baseURL.fill(endpoint.baseURL)
    await this.form.name.fill(endpoint.name)
    if (endpoint.key) await this.form.key.fill(endpoint.key)
    if (endpoint.keyPlace) await this.form.keyPlace(endpoint.keyPlace).check()
    await this.saveAndClose()
  }

  /** Saves what stands in the form. */
  async saveAndClose(): Promise<void> {
    await this.form.save.click()
    await expect(this.form.save).toBeHidden()
    await this.closeButton.click()
  }
}
