// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { textOf } from '../conversation/Message'
import { conversation, message } from '../conversation/fixtures/trees'
import { newId } from '../conversation/newId'
import { hasUsableIds } from '../files/freshIds'
import { type Tree, toTree, visiblePath } from '../conversation/Tree'
import { loadConversations, loadTree, saveChange } from '../storage/conversations'
import { conversationOf, libraryOpened } from './conversations'
import { standingOf } from './importStanding'
import type { ImportRow } from './importing'
import { takeIn } from './takeIn'

const treeWith = (id: string, ids: readonly string[], content = 'said'): Tree =>
  toTree(
    { ...conversation, id, endpoint: '' },
    ids.map((one, at) => ({ ...message(one, ids[at - 1] ?? null, { content }), conversation: id })),
  )
const kept = async (tree: Tree) => {
  const { messages } = tree
  await saveChange({ conversation: tree.conversation, put: [...messages.values()], removed: [] })
  await libraryOpened()
}

/** As a row of what was found. */
async function rowsOf(trees: readonly Tree[]): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for (const [place, tree] of trees.entries()) {
    const { id, title, created, updated } = tree.conversation
    const row = {
      place,
      file: '',
      source: 'parley' as const,
      id,
      title,
      created,
      updated,
      messages: tree.messages.size,
      inView: tree.messages.size,
      leftBehind: { images: 0, audio: 0, files: 0, others: 0 },
      altered: false,
      isWhole: false,
      hasUsableIds: hasUsableIds(tree),
      content: JSON.stringify([...tree.messages.values()]),
    }
    const twin = rows.find((one) => one.id === id)
    const standing = await standingOf(row, twin, async (at) => trees[at]!)
    rows.push({ ...row, standing, wanted: true })
  }
  return rows
}
const takenIn = async (trees: readonly Tree[]) =>
  takeIn({ take: async (places) => places.map((place) => trees[place]!) }, await rowsOf(trees), () => true)
const idsKept = async () => (await loadConversations()).map(({ id }) => id).toSorted()

test('new ones, further messages and copies are taken in; what is here stays to the letter; all is undone at once', async () => {
  const [a, b, c] = [newId(), newId(), newId()]
  const [one, two, three, four] = [newId(), newId(), newId(), newId()]
  const mine = treeWith(a, [one, two])
  const other = treeWith(b, [three])
  await kept(mine)
  await kept(other)
  const before = await idsKept()
  const further = treeWith(a, [one, two, four])
  const reworded = treeWith(b, [three], 'otherwise')
  const fresh = treeWith(c, [newId(), newId()])
  // Its message has the id of somebody else's.
  const greedy = treeWith(newId(), [one], 'mine now')
  const trees = [further, reworded, fresh, fresh, greedy]
  const rows = await rowsOf(trees)
  expect(rows.map(({ standing }) => standing)).toEqual([
    { kind: 'merge', fresh: 1 },
    { kind: 'copy' },
    { kind: 'new' },
    { kind: 'here' },
    { kind: 'new' },
  ])
  const { ids, failed, undo } = await takenIn([further, reworded, fresh, greedy])
  expect([ids.length, failed]).toEqual([4, 0])
  expect((await idsKept()).length).toBe(before.length + 3)
  expect((await loadTree(a))!.messages.size).toBe(3)
  expect((await loadTree(b))!.messages.get(three)!.content).toBe('said')
  expect((await loadTree(a))!.messages.get(one)!.conversation).toBe(a)
  const said = await Promise.all(ids.map(async (id) => textOf(visiblePath((await loadTree(id))!)[0]!)))
  expect(said.toSorted((one, other) => one.localeCompare(other))).toEqual([
    'mine now',
    'otherwise',
    'said',
    'said',
  ])
  expect(conversationOf(c)).toMatchObject({ endpoint: 'built-in' })
  expect(conversationOf(c)!.parameters).toMatchObject({ model: 'guide' })
  await undo()
  expect(await idsKept()).toEqual(before)
  expect((await loadTree(a))!.messages.size).toBe(2)
  expect(conversationOf(c)).toBeUndefined()
})

test.each(['constructor', '__proto__', 'a b'])(
  'one that is called %j is taken in under another id',
  async (name) => {
    const tree = treeWith(name, ['toString', 'top'])
    const { ids, failed, undo } = await takenIn([tree])
    expect([ids.length, failed]).toEqual([1, 0])
    expect(ids[0]).not.toBe(name)
    expect((await loadTree(ids[0]!))!.messages.size).toBe(2)
    await undo()
  },
)

test('what the reader has gone on with since stays when an import is undone', async () => {
  const [a, b] = [newId(), newId()]
  const { undo } = await takenIn([treeWith(a, [newId()]), treeWith(b, [newId()])])
  const { commit } = await import('./conversations')
  commit(a, { conversation: { ...conversationOf(a)!, updated: Date.now() }, put: [], removed: [] })
  await undo()
  expect([conversationOf(a)?.id, conversationOf(b)]).toEqual([a, undefined])
})

test('to stop while it is written leaves what is written, and undo takes it out', async () => {
  const trees = Array.from({ length: 100 }, () => treeWith(newId(), [newId()]))
  const before = await idsKept()
  const { ids, failed, undo } = await takeIn(
    { take: async (places) => places.map((place) => trees[place]!) },
    await rowsOf(trees),
    () => false,
  )
  expect(ids.length + failed).toBe(100)
  expect(ids.length).toBeLessThan(100)
  await undo()
  expect(await idsKept()).toEqual(before)
})
