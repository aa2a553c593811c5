import type { Page } from '@playwright/test'

/** The search through all conversations, at the top of the list. */
export class Search {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get field() {
    return this.#page.getByRole('combobox', { name: 'Search', exact: true })
  }

  get #list() {
    return this.#page.getByRole('listbox', { name: 'Found' })
  }

  /** What was found: conversations by their titles, and places in them. */
  get options() {
    return this.#list.getByRole('option')
  }

  option(text: string | RegExp) {
    return this.options.filter({ hasText: text })
  }

  get marks() {
    return this.#list.locator('mark')
  }

  /** The option that the arrows have reached. */
  get active() {
    return this.#list.getByRole('option', { selected: true })
  }

  /** How much was found. */
  get count() {
    return this.#page.locator('[data-part=found]')
  }

  filter(name: 'Role' | 'Model' | 'Date' | 'Tag' | 'Where') {
    return this.#page.getByRole('group', { name: 'Filters' }).getByRole('combobox', { name })
  }

  /** In the thread: which place it is of how many. */
  get here() {
    return this.#page.getByRole('group', { name: 'Found in this conversation' })
  }

  /** The words that the browser has marked on the page. */
  marked(): Promise<string[]> {
    return this.#page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map((range) =>
        range instanceof Range ? range.toString() : '',
      ),
    )
  }
}
