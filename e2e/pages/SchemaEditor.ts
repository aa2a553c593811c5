import type { Page } from '@playwright/test'

/** Where the schema of an answer is written. */
export class SchemaEditor {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get row() {
    return this.#page.locator('[data-parameter=response_format]')
  }

  get name() {
    return this.row.getByRole('textbox', { name: 'name', exact: true })
  }

  get strict() {
    return this.row.getByRole('switch', { name: 'strict' })
  }

  get description() {
    return this.row.getByRole('textbox', { name: 'description' })
  }

  get schema() {
    return this.row.getByRole('textbox', { name: 'schema', exact: true })
  }

  get example() {
    return this.row.getByRole('textbox', { name: /^An example/ })
  }

  get findings() {
    return this.row.getByRole('region', { name: 'What the API would not take' })
  }

  get verdict() {
    return this.findings.getByRole('status')
  }

  button(name: string | RegExp) {
    return this.row.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async chooseTemplate(name: string): Promise<void> {
    await this.button('Template').click()
    await this.#page.getByRole('menuitem', { name }).click()
  }
}
