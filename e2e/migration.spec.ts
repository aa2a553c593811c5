import { expect, test } from './fixtures'
import { kept } from './kept'

test('what the first Parley has kept is there after every update since', async ({ page, parley }) => {
  // A page without a script, so that nothing of ours has opened the database.
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto('/empty')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley', 1)
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('upgradeneeded', () => {
          const { result: database, transaction } = opening
          database.createObjectStore('conversations', { keyPath: 'id' })
          const messages = database.createObjectStore('messages', { keyPath: 'id' })
          messages.createIndex('conversation', 'conversation')
          database.createObjectStore('drafts')
          database.createObjectStore('keys', { keyPath: 'endpoint' })
          const facts = { named: true, created: 1, updated: 1, endpoint: 'guide', parameters: {}, chosen: {} }
          transaction!.objectStore('conversations').put({ id: 'old', title: 'From long ago', ...facts })
          const words = { parent: null, order: 0, created: 1, status: 'done', role: 'user' }
          transaction!
            .objectStore('messages')
            .put({ id: 'm', conversation: 'old', content: 'Old words', ...words })
        })
        opening.addEventListener('success', () => {
          opening.result.close()
          resolve()
        })
      }),
  )
  await parley.open()
  await parley.library.entry('From long ago').click()
  await parley.thread.message('user').has('done', 'Old words')
  // The stores of later versions are there as well.
  expect(await kept(page, 'presets')).toEqual([])
  await expect(parley.notice('cannot be read')).toHaveCount(0)
})
