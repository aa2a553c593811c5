// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { beforeEach, expect, test } from 'vitest'
import { conversation, message } from '../conversation/fixtures/trees'
import { newId } from '../conversation/newId'
import { loadTree, saveChange } from '../storage/conversations'
import type { News } from '../storage/otherTabs'
import { commit, conversationOf, libraryOpened, opened, treeOf } from './conversations'
import { conversationOpened } from './openConversation'
import {
  conversationRenamed,
  conversationsArchived,
  conversationsMoved,
  conversationsPinned,
  conversationsTagged,
} from './refile'
import { removeConversations } from './removeConversations'

const otherTab = new BroadcastChannel('parley')
const tell = (news: News) => otherTab.postMessage(news)

let ids: string[] = []
/** Three conversations that are kept, the first of them open. */
beforeEach(async () => {
  ids = [newId(), newId(), newId()]
  for (const id of ids)
    await saveChange({
      conversation: { ...conversation, id },
      put: [{ ...message(newId()), conversation: id }],
      removed: [],
    })
  await libraryOpened()
  await conversationOpened(ids[0]!)
})

const all = () => ids.map((id) => conversationOf(id))
const kept = () => Promise.all(ids.map(async (id) => (await loadTree(id))?.conversation))

test('an act on many is one step, in memory and in storage, and is taken back as one', async () => {
  const before = all()
  const [first, second] = ids
  const back = [
    conversationsPinned(ids, true),
    conversationsMoved([first!, second!], ' Work / Parley '),
    conversationsTagged(ids, { add: ['x', 'X', '#y'] }),
    conversationsTagged([second!], { remove: ['X'] }),
    conversationsArchived([first!], true),
    conversationRenamed(first!, 'Renamed'),
  ]
  expect(all()).toMatchObject([
    { title: 'Renamed', named: true, pinned: true, archived: true, folder: 'Work/Parley', tags: ['x', 'y'] },
    { pinned: true, folder: 'Work/Parley', tags: ['y'] },
    { pinned: true, tags: ['x', 'y'] },
  ])
  expect(treeOf(first!)?.conversation).toBe(conversationOf(first!))
  await expect.poll(() => kept()).toEqual(all())
  for (const undo of back.toReversed()) undo?.()
  expect(all()).toEqual(before)
  await expect.poll(() => kept()).toEqual(before)
  expect(conversationRenamed(first!, '')).toBeUndefined()
})

test('what another tab files is filed here, also what comes before the list or a conversation has been read', async () => {
  const late = ids[1]!
  const reading = conversationOpened(late)
  tell({ type: 'refiled', refilings: new Map(ids.map((id) => [id, { folder: 'Theirs' }])) })
  await expect.poll(() => conversationOf(ids[2]!)?.folder).toBe('Theirs')
  await reading
  expect(all().map((one) => one?.folder)).toEqual(['Theirs', 'Theirs', 'Theirs'])
})

test('a fact and a change that meet in storage both stay', async () => {
  const id = ids[0]!
  // As another tab has written it, a moment before this one hears of it.
  await saveChange({ conversation: { ...conversation, id, parameters: { seed: 7 } }, put: [], removed: [] })
  conversationsPinned([id], true)
  await expect
    .poll(async () => (await loadTree(id))?.conversation)
    .toMatchObject({ pinned: true, parameters: { seed: 7 } })
})

test('many are removed as one, opened or not, and come back whole', async () => {
  const before = await Promise.all(ids.map(loadTree))
  const begun = newId()
  opened({ conversation: { ...conversation, id: begun }, messages: new Map(), children: new Map() })
  const undo = await removeConversations([...ids, begun])
  expect(all()).toEqual([undefined, undefined, undefined])
  await expect.poll(() => kept()).toEqual([undefined, undefined, undefined])
  await undo()
  expect(conversationOf(begun)).toBeDefined()
  expect(ids.map(treeOf)).toEqual(before)
  await expect.poll(() => Promise.all(ids.map(loadTree))).toEqual(before)
})

test('a conversation that is removed while the list is read stays away', async () => {
  const reading = libraryOpened()
  await removeConversations([ids[0]!])
  await reading
  expect(conversationOf(ids[0]!)).toBeUndefined()
  // What has never been there can still be begun.
  commit(ids[1]!, { conversation: { ...conversation, id: ids[1]! }, put: [], removed: [] })
  expect(conversationOf(ids[1]!)).toBeDefined()
})
