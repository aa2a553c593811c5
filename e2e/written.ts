import type { Page } from '@playwright/test'

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
