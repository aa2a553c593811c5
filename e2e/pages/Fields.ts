import { type Locator, type Page, expect } from '@playwright/test'

/** The request fields below those at the top: a line for each, which opens its control. */
export class Fields {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get section() {
    return this.#page.getByRole('region', { name: 'Further fields' })
  }

  get filter() {
    return this.section.getByRole('searchbox', { name: 'Find a field' })
  }

  /** The names of the fields in view. */
  names(): Promise<(string | null)[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-parameter')))
  }

  get rows() {
    return this.section.locator('[data-parameter]')
  }

  /** A field, below or at the top. */
  row(name: string): Field {
    return new Field(name, this.#page.locator(`[data-parameter="${name}"]`))
  }
}

/** One request field. */
export class Field {
  readonly name: string
  readonly box: Locator

  constructor(name: string, box: Locator) {
    this.name = name
    this.box = box
  }

  /** The line that opens the control. */
  get line() {
    return this.box.locator('[aria-expanded]').first()
  }

  get unset() {
    return this.button(`Do not send ${this.name}`)
  }

  /** What the server said about it. */
  get refusal() {
    return this.box.locator('[data-part=refused]')
  }

  button(name: string) {
    return this.box.getByRole('button', { name, exact: true })
  }

  get textbox() {
    return this.box.getByRole('textbox')
  }

  get number() {
    return this.box.getByRole('spinbutton')
  }

  get combobox() {
    return this.box.getByRole('combobox')
  }

  radio(name: string) {
    return this.box.getByRole('radio', { name, exact: true })
  }

  async open(): Promise<this> {
    await this.line.click()
    await expect(this.line).toHaveAttribute('aria-expanded', 'true')
    return this
  }
}
