import type { Locator } from '@playwright/test'

/** An answer shown as its tokens. */
export class Lens {
  readonly #article: Locator

  constructor(article: Locator) {
    this.#article = article
  }

  get toggle() {
    return this.#article.getByRole('button', { name: 'Logprobs', exact: true })
  }

  get part() {
    return this.#article.locator('[data-part=logprobs]')
  }

  get tokens() {
    return this.part.getByRole('listbox', { name: 'Tokens of the answer' }).getByRole('option')
  }

  get card() {
    return this.#article.locator('[data-part=alternatives]')
  }

  alternative(text: string) {
    return this.card.getByRole('button', { name: `Continue from here with “${text}”` })
  }
}
