import { type Page, expect } from '@playwright/test'

type Field = 'model' | 'max_tokens' | 'temperature' | 'top_p' | 'n' | 'stream' | 'response_format'

/** The request fields beside the thread. */
export class Parameters {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get pane() {
    return this.#page.getByRole('complementary', { name: 'Parameters' })
  }

  get endpoint() {
    return this.#page.getByRole('combobox', { name: 'Endpoint' })
  }

  get model() {
    return this.#page.getByRole('combobox', { name: 'model', exact: true })
  }

  get refreshModels() {
    return this.#page.getByRole('button', { name: 'Ask for the list of models again' })
  }

  /** The box in which a number is typed. */
  number(name: Field) {
    return this.#page.getByRole('spinbutton', { name: `Value of ${name}` })
  }

  slider(name: Field) {
    return this.#page.getByRole('slider', { name, exact: true })
  }

  get stream() {
    return this.#page.getByRole('switch', { name: 'stream' })
  }

  responseFormat(type: 'text' | 'json_object' | 'json_schema') {
    return this.#page.getByRole('radiogroup', { name: 'response_format' }).getByRole('radio', { name: type })
  }

  unset(name: Field) {
    return this.#page.getByRole('button', { name: `Do not send ${name}`, exact: true })
  }

  async chooseModel(name: string): Promise<void> {
    await this.model.fill(name)
    await this.model.press('Enter')
    await expect(this.model).toHaveValue(name)
  }
}
