import type { Page } from '@playwright/test'
import type { GivenFile } from './Files'

/** The record of the request behind a reply. */
export class Inspector {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get dialog() {
    return this.#page.getByRole('dialog', { name: 'Flight record' })
  }

  get status() {
    return this.dialog.locator('[data-part=status]')
  }

  /** Of a long answer only those in sight are there. */
  get events() {
    return this.dialog.getByRole('listitem')
  }

  get replayed() {
    return this.dialog.locator('[data-part=replayed]')
  }

  section(name: 'Request' | 'Response' | 'Events' | 'Timeline' | 'Replay' | 'Differences') {
    return this.dialog.getByRole('radio', { name })
  }

  /** Which record this one is compared with. */
  get against() {
    return this.dialog.getByRole('combobox', { name: 'Compared with' })
  }

  /** A field of what was sent, or a header, in which two records differ. */
  change(field: string) {
    return this.dialog.locator('[data-change]').filter({ has: this.#page.getByText(field, { exact: true }) })
  }

  async open(...files: GivenFile[]): Promise<void> {
    await this.dialog.locator('input[type=file]').setInputFiles(files)
  }

  button(name: string | RegExp) {
    return this.dialog.getByRole('button', { name })
  }

  /** The text of a file that it saves. */
  async saved(as: 'JSON' | 'HAR'): Promise<string> {
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.button(`Save as ${as}`).click(),
    ])
    const stream = await download.createReadStream()
    const pieces: Buffer[] = []
    for await (const piece of stream) pieces.push(Buffer.from(piece))
    return Buffer.concat(pieces).toString('utf8')
  }
}
