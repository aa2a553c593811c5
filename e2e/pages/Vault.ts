import type { Locator, Page } from '@playwright/test'

/** The dialog that asks for what opens the encrypted keys, or encrypts them for the first time. */
export class Vault {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get opening(): Locator {
    return this.#page.getByRole('dialog', { name: 'Unlock your keys' })
  }

  get making(): Locator {
    return this.#page.getByRole('dialog', { name: 'Encrypt your keys' })
  }

  get passphrase(): Locator {
    return this.opening.getByLabel('Passphrase', { exact: true })
  }

  button(name: string): Locator {
    return this.opening.or(this.making).getByRole('button', { name, exact: true })
  }

  get problem(): Locator {
    return this.opening.or(this.making).getByRole('alert')
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase)
    await this.passphrase.press('Enter')
  }

  async make(passphrase: string, repeated = passphrase): Promise<void> {
    await this.making.getByLabel('New passphrase').fill(passphrase)
    await this.making.getByLabel('The same again').fill(repeated)
    await this.button('Encrypt').click()
  }
}
