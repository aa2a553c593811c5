// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { newId } from '../conversation/newId'
import { conversation, message } from '../conversation/fixtures/trees'
import { loadTree, saveChange } from '../storage/conversations'
import { loadDrafts, saveDraft } from '../storage/drafts'
import { commit, conversationChanged, treeOf } from './conversations'
import { draftOf, draftsOpened, editPlace, gapPlace, resultsPlace } from './drafts'
import { conversationOpened } from './openConversation'

test('what changes while a conversation is read is not missed', async () => {
  const id = newId()
  const first = { ...message(newId()), conversation: id }
  await saveChange({ conversation: { ...conversation, id }, put: [first], removed: [] })
  const opening = conversationOpened(id)
  const second = { ...message(newId(), first.id), conversation: id }
  commit(id, { put: [second], removed: [] })
  commit(id, { conversation: { ...conversation, id, title: 'Other' }, put: [], removed: [] })
  await opening
  expect(treeOf(id)?.messages.get(second.id)).toEqual(second)
  expect(treeOf(id)?.conversation.title).toBe('Other')
  expect(await loadTree(id)).toEqual(treeOf(id))
})

test('a conversation is read once, however many ask for it', async () => {
  const id = newId()
  await saveChange({ conversation: { ...conversation, id }, put: [], removed: [] })
  const openings = [conversationOpened(id), conversationOpened(id)]
  expect(openings[0]).toBe(openings[1])
  await Promise.all(openings)
  conversationChanged(id, { title: 'New' })
  await conversationOpened(id)
  expect(treeOf(id)?.conversation.title).toBe('New')
})

test('what was half written in a message that has gone is forgotten, and nothing else', async () => {
  const id = newId()
  const there = { ...message(newId()), conversation: id }
  await saveChange({ conversation: { ...conversation, id }, put: [there], removed: [] })
  const kept = [id, editPlace(id, there.id), gapPlace(id, { message: 'top', where: 'before' }), 'new']
  const lost = [
    editPlace(id, 'gone'),
    gapPlace(id, { message: 'gone', where: 'after' }),
    resultsPlace(id, 'gone'),
  ]
  for (const place of [...kept, ...lost]) await saveDraft(place, 'words')
  const reading = draftsOpened()
  await conversationOpened(id)
  await reading
  await expect.poll(async () => Object.keys(await loadDrafts()).toSorted()).toEqual(kept.toSorted())
  expect(lost.map(draftOf)).toEqual(['', '', ''])
  expect(kept.map(draftOf)).toEqual(['words', 'words', 'words', 'words'])
})
