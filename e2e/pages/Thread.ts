import { type Page, expect } from '@playwright/test'
import { Message } from './Message'

/** The conversation, from top to bottom. */
export class Thread {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The box that scrolls. */
  get box() {
    return this.#page.getByRole('region', { name: 'Conversation' })
  }

  get messages() {
    return this.#page.getByRole('article')
  }

  get busy() {
    return this.#page.locator('article[aria-busy=true]')
  }

  get toEnd() {
    return this.#page.getByRole('button', { name: 'To the end' })
  }

  /** The messages of one role, counted from 0. A role and a number never mean a message that was there before. */
  message(role: 'system' | 'developer' | 'user' | 'assistant' | 'tool', at = 0): Message {
    return new Message(this.#page.locator(`article[data-role=${role}]`).nth(at))
  }

  reply(at = 0): Message {
    return this.message('assistant', at)
  }

  /** Where a message is being written that will stand between others. */
  get newMessage() {
    return this.#page.getByRole('group', { name: 'new', exact: true })
  }

  /** The whole path, a line a message: `user: Hello.` */
  async reads(...lines: string[]): Promise<void> {
    const read = () =>
      this.messages.evaluateAll((articles) =>
        articles.map((article) => {
          const body = article.querySelector<HTMLElement>('[data-part=body]')
          return `${article.dataset['role']}: ${body?.innerText ?? ''}`
        }),
      )
    await expect.poll(read).toEqual(lines)
  }
}
