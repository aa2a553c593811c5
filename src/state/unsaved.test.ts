import { page } from './fixtures/page'
import { beforeEach, expect, test, vi } from 'vitest'
import { readParleyFile } from '../files/readParleyFile'
import { newId } from '../conversation/newId'
import { append, removeOne, rewrite } from '../conversation/operations'
import { loadTree } from '../storage/conversations'
import { beginConversation } from './beginConversation'
import { commitWritten, treeOf } from './conversations'
import { savedAgain, unsavedFile } from './unsaved'

// The page has to be there before the stores.
void page

const begin = () => beginConversation({ endpoint: 'built-in', parameters: {} })

/** Makes every write fail as on a full disk, until the returned function is called. */
function fillDisk(): () => void {
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  return () => full.mockRestore()
}

const said = (id: string, content: string, parent: string | null = null) =>
  commitWritten(id, append(treeOf(id)!, parent, { role: 'user', content }, { id: newId(), created: 1 }))
const contents = async (id: string) =>
  [...((await loadTree(id))?.messages.values() ?? [])].map(({ content }) => content)

beforeEach(savedAgain)

test('what could not be written is written later as it is then, not as it was', async () => {
  const id = begin()
  await said(id, 'kept')
  const room = fillDisk()
  await said(id, 'first')
  await said(id, 'second')
  const [, first, second] = [...treeOf(id)!.messages.keys()]
  await commitWritten(id, rewrite(treeOf(id)!, first!, 'first, altered'))
  await savedAgain()
  expect(await contents(id)).toEqual(['kept'])
  const file = readParleyFile(await unsavedFile())
  expect(
    file.conversations.map(({ tree }) => [...tree.messages.values()].map(({ content }) => content)),
  ).toEqual([['kept', 'first, altered', 'second']])
  room()
  // A later change finds room before they do.
  await commitWritten(id, removeOne(treeOf(id)!, second!))
  await savedAgain()
  expect(new Set(await contents(id))).toEqual(new Set(['kept', 'first, altered']))
  expect(await loadTree(id)).toEqual(treeOf(id))
  expect(readParleyFile(await unsavedFile()).conversations).toEqual([])
})

test('a conversation that began on a full disk is there once there is room', async () => {
  const room = fillDisk()
  const id = begin()
  await said(id, 'first')
  await savedAgain()
  expect(await loadTree(id)).toBeUndefined()
  room()
  await savedAgain()
  expect(await loadTree(id)).toEqual(treeOf(id))
})
