import { type Page, expect } from '@playwright/test'

/** The list of conversations. */
export class Library {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get list() {
    return this.#page.getByRole('navigation', { name: 'Conversations' })
  }

  get entries() {
    return this.list.getByRole('listitem').getByRole('link')
  }

  entry(title: string | RegExp) {
    return this.list.getByRole('link', { name: title, exact: typeof title === 'string' })
  }

  /** Every line that is drawn, headings as well. */
  get lines() {
    return this.list.getByRole('listitem')
  }

  /** The boxes of those that can be selected. */
  box(title: string) {
    return this.list.getByRole('checkbox', { name: title, exact: true })
  }

  get selection() {
    return this.list.getByRole('group', { name: 'Selected conversations' })
  }

  /** Goes to a new conversation, and waits until what is typed is typed there. */
  async begin(): Promise<void> {
    await this.#page.getByRole('link', { name: 'New conversation' }).first().click()
    await expect(this.#page.getByRole('heading', { level: 1, name: 'New conversation' })).toBeVisible()
  }

  async choose(action: 'Rename' | 'Pin' | 'Tags…' | 'Remove' | 'Export…', title: string): Promise<void> {
    await this.list.getByRole('listitem').filter({ hasText: title }).hover()
    await this.#page.getByRole('button', { name: `Actions for “${title}”` }).click()
    await this.#page.getByRole('menuitem', { name: action }).click()
  }

  async rename(title: string, name: string): Promise<void> {
    await this.choose('Rename', title)
    const field = this.#page.getByRole('textbox', { name: `New title for “${title}”` })
    await field.fill(name)
    await field.press('Enter')
  }
}
