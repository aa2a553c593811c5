import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** The screen that leads to what is kept, whatever has failed. */
export class Recovery {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get heading() {
    return this.#page.getByRole('heading', { name: 'Export or repair' })
  }

  get screen() {
    return this.#page.locator('#recovery')
  }

  button(name: string) {
    return this.screen.getByRole('button', { name, exact: true })
  }

  get withKeys() {
    return this.screen.getByRole('checkbox', { name: /With API keys/ })
  }

  /** What *Export everything* saves, as a text. */
  async exported(): Promise<string> {
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.button('Export everything').click(),
    ])
    return readFile(await download.path(), 'utf8')
  }
}
