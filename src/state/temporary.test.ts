// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { afterAll, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { newId } from '../conversation/newId'
import { textOf } from '../conversation/Message'
import { visiblePath } from '../conversation/Tree'
import { loadConversations, loadTree } from '../storage/conversations'
import { loadDrafts } from '../storage/drafts'
import { conversationOf, treeOf } from './conversations'
import { draftChanged, draftOf, editPlace, newMessage, newSystem } from './drafts'
import { messageRewritten } from './editMessage'
import { conversationForked } from './forkConversation'
import { conversationKept } from './keepConversation'
import { conversationRenamed } from './refile'
import { removeConversations } from './removeConversations'
import { openConversationId } from './route'
import { runEnded } from './runs'
import { sendDraft } from './sendMessage'
import { endpointChosen, endpointSaved } from './settings'
import { temporaryChosen } from './beTemporary'
import { isTemporary } from './temporary'

const server = await startTestServer()
afterAll(() => server.close())

const heard: unknown[] = []
const otherTab = new BroadcastChannel('parley')
otherTab.addEventListener('message', ({ data }: MessageEvent) => heard.push(data))

const endpoint = newId()
endpointSaved({ id: endpoint, name: 'Test', baseURL: `${server.url}/t/${endpoint}/v1`, headers: [] })
endpointChosen(endpoint)

const said = (id: string) => visiblePath(treeOf(id)!).map(textOf)

/** All that has left memory; what was written last stands behind what was written before. */
async function left() {
  const conversations = await loadConversations()
  const trees = await Promise.all(conversations.map(({ id }) => loadTree(id)))
  const messages = trees.flatMap((tree) => [...(tree?.messages.values() ?? [])])
  return JSON.stringify([conversations, messages, await loadDrafts(), heard])
}

test('nothing of a temporary conversation leaves memory, until it is kept', async () => {
  draftChanged(newMessage, 'sesame before')
  await expect.poll(() => left()).toContain('sesame')
  temporaryChosen(true)
  draftChanged(newSystem, 'sesame rules')
  draftChanged(newMessage, 'sesame open')
  await expect.poll(() => left()).not.toContain('sesame')

  await sendDraft(null)
  const id = openConversationId()!
  expect(isTemporary(id)).toBe(true)
  expect(isTemporary(null)).toBe(false)
  const [, question] = visiblePath(treeOf(id)!)
  draftChanged(editPlace(id, question!.id), 'sesame edit')
  draftChanged(id, 'sesame draft')
  messageRewritten(id, question!.id, { role: 'user', content: 'sesame rewritten' })
  conversationRenamed(id, 'sesame title')
  conversationForked(id, question!.id, 'sesame fork')
  const fork = openConversationId()!
  expect(fork).not.toBe(id)
  const bringBack = await removeConversations([fork])
  await bringBack()
  expect(said(fork)).toEqual(['sesame rules', 'sesame rewritten'])
  await runEnded(id)

  // Something that is kept goes out after all that.
  draftChanged(newMessage, 'the last')
  await expect.poll(() => left()).toContain('the last')
  expect(await left()).not.toContain('sesame')

  await conversationKept(id)
  expect(isTemporary(id)).toBe(false)
  expect(await loadTree(id)).toEqual(treeOf(id))
  expect(conversationOf(id)?.title).toBe('sesame title')
  await expect.poll(async () => (await loadDrafts())[id]).toBe('sesame draft')
  await expect.poll(() => JSON.stringify(heard)).toContain('sesame rewritten')
  expect(await loadTree(fork)).toBeUndefined()
  expect(draftOf(newMessage)).toBe('the last')
})
