import { type Locator, type Page, expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'

/** What a file chooser is given. */
export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export const given = (name: string, content: string | Buffer): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

/** The dialog that takes conversations in. */
export class Files {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get importDialog() {
    return this.#page.getByRole('dialog', { name: 'Import conversations' })
  }

  async openImport(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Import and export' }).click()
    await this.#page.getByRole('menuitem', { name: 'Import conversations' }).click()
    await expect(this.importDialog).toBeVisible()
  }

  async choose(...files: GivenFile[]): Promise<void> {
    await this.importDialog.locator('input[type=file]').setInputFiles(files)
  }

  /** The conversations that were found. */
  get rows() {
    return this.importDialog.getByRole('list', { name: 'What is in it' }).getByRole('listitem')
  }

  get confirm() {
    return this.importDialog.getByRole('button', { name: /^Import \d/ })
  }

  get exportDialog() {
    return this.#page.getByRole('dialog', { name: 'Export' })
  }

  /** What a button saves. */
  async saved(button: Locator): Promise<{ name: string; text: string }> {
    const coming = this.#page.waitForEvent('download')
    await button.click()
    const download = await coming
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }

  /** What cannot be read, and why. */
  get faults() {
    return this.importDialog.getByRole('alert')
  }

  get notice() {
    return this.#page.getByRole('group', { name: 'Notices' }).locator('> div', { hasText: 'imported' })
  }

  async undo(): Promise<void> {
    await this.notice.getByRole('button', { name: 'Undo' }).click()
  }
}
