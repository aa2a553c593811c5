import type { Page } from '@playwright/test'
import { databaseThere } from './written'

type Store = 'conversations' | 'messages' | 'drafts' | 'keys' | 'flights' | 'presets' | 'vault'

/** What a browser keeps in one store of the page's database, read past the page's own code. */
export async function kept(page: Page, store: Store): Promise<unknown[]> {
  await databaseThere(page)
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const database = opening.result
          const reading = database.transaction(name).objectStore(name).getAll()
          reading.addEventListener('error', () => reject(reading.error))
          reading.addEventListener('success', () => {
            database.close()
            resolve(reading.result)
          })
        })
      }),
    store,
  )
}
