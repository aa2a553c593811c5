import { type Locator, expect } from '@playwright/test'

type Status = 'waiting' | 'streaming' | 'done' | 'stopped' | 'interrupted' | 'failed'

/** One message of the thread. */
export class Message {
  readonly article: Locator

  constructor(article: Locator) {
    this.article = article
  }

  get body() {
    return this.article.locator('[data-part=body]')
  }

  get reasoning() {
    return this.article.locator('[data-part=reasoning]')
  }

  get error() {
    return this.article.getByRole('alert')
  }

  /** The text while it is being edited. */
  get editor() {
    return this.article.getByRole('textbox')
  }

  /** Which of several choices it is. */
  choice(place: number, count: number) {
    return this.article.getByRole('group', { name: `Choice ${place} of ${count}` })
  }

  button(name: string | RegExp) {
    return this.article.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async has(status: Status, text?: string | RegExp): Promise<void> {
    await expect(this.article).toHaveAttribute('data-status', status)
    if (text !== undefined) await expect(this.body).toHaveText(text, { useInnerText: true })
  }
}
