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

  /** What it waits for, if it is to be sent again. */
  get waiting() {
    return this.article.locator('[data-part=retry]')
  }

  /** Why it failed, and what to do. */
  get diagnosis() {
    return this.article.getByRole('region', { name: 'What may be wrong' })
  }

  /** The text while it is being edited. */
  get editor() {
    return this.article.getByRole('textbox')
  }

  /** Which of several choices it is. */
  choice(place: number, count: number) {
    return this.article.getByRole('group', { name: `Choice ${place} of ${count}` })
  }

  /** The answer to one of the calls that it makes, typed by hand. */
  result(tool: string, at = 0) {
    return this.article.getByRole('textbox', { name: `Result of ${tool}` }).nth(at)
  }

  /** Does one of the things behind the sign at its end. */
  async choose(action: string): Promise<void> {
    await this.article.hover()
    await this.button(/^More for this/).click()
    await this.article.getByRole('menuitem', { name: action, exact: true }).click()
  }

  /** Gives it another role where its role stands. */
  async changeRole(role: string): Promise<void> {
    await this.button(/^Role: /).click()
    await this.article.getByRole('menuitemradio', { name: role }).click()
  }

  /** Writes other words; how they are kept is the next thing to choose. */
  async edit(text: string): Promise<void> {
    await this.article.hover()
    await this.button(/^Edit this/).click()
    await this.editor.fill(text)
  }

  button(name: string | RegExp) {
    return this.article.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async has(status: Status, text?: string | RegExp, patience: { timeout?: number } = {}): Promise<void> {
    await expect(this.article).toHaveAttribute('data-status', status, patience)
    if (text !== undefined) await expect(this.body).toHaveText(text, { useInnerText: true })
  }
}
