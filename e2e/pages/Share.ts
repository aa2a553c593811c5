import { type Page, expect } from '@playwright/test'

/** The dialog that gives a conversation away, and the page of a link that holds one. */
export class Share {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Share' })
  }

  get link() {
    return this.dialog.getByRole('textbox', { name: 'Link', exact: true })
  }

  get passphrase() {
    return this.#page.getByLabel(/^Passphrase/)
  }

  /** What does not go along. */
  get leftOut() {
    return this.dialog.getByRole('region', { name: 'Left out' })
  }

  /** The places that carry the link as it is. */
  get fitting() {
    return this.dialog.locator('[data-part=meter] li[data-fits]')
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+s')
    await expect(this.dialog).toBeVisible()
  }

  /** The link as it is now, once it has been made, and is another one than before. */
  async made(before = ''): Promise<string> {
    await expect(this.link).toHaveValue(/#\/s\//)
    await expect(this.link).not.toHaveValue(before)
    return this.link.inputValue()
  }

  /** Why a link cannot be opened. */
  get fault() {
    return this.#page.locator('[data-part=fault]')
  }

  /** That a passphrase is another one. */
  get wrong() {
    return this.#page.getByRole('alert')
  }

  get continueHere() {
    return this.#page.getByRole('button', { name: 'Continue here' })
  }
}
