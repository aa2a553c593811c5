import { type Page, expect } from '@playwright/test'

/** Resolves when everything that the page has begun to write to its database is kept. */
export const written = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // Opening a database that is not there would make one.
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === 'parley')) return
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('parley')
      opening.addEventListener('error', () => reject(opening.error))
      opening.addEventListener('success', () => {
        const database = opening.result
        // Waits its turn behind all that were begun before it.
        const last = database.transaction([...database.objectStoreNames], 'readwrite')
        last.addEventListener('error', () => reject(last.error))
        last.addEventListener('complete', () => {
          database.close()
          resolve()
        })
      })
    })
  })

/** Resolves when the page has its database, which it makes when it may already be seen: who opens it sooner spoils it. */
export async function databaseThere(page: Page): Promise<void> {
  const names = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  await expect.poll(names).toContain('parley')
}
