import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { loadDrafts, saveDraft } from './drafts'

test('drafts are kept by place, and an empty one is forgotten', async () => {
  expect(await loadDrafts()).toEqual({})
  await saveDraft('new', 'Hel')
  await saveDraft('b', 'words\n\ud83d')
  await saveDraft('a', ' ')
  await saveDraft('new', 'Hello')
  expect(await loadDrafts()).toEqual({ new: 'Hello', b: 'words\n\ud83d', a: ' ' })
  await saveDraft('b', '')
  await saveDraft('nobody', '')
  expect(await loadDrafts()).toEqual({ new: 'Hello', a: ' ' })
})
