import type { ConversationId, MessageId } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { descendants } from '../conversation/operations'
import type { Tree } from '../conversation/Tree'
import type { ImportReader } from '../files/ImportReader'
import { withFreshIds } from '../files/freshIds'
import { addWhole } from '../storage/arrivals'
import { loadTree, removeConversations } from '../storage/conversations'
import { tellOfMany } from '../storage/tellOfMany'
import { arrived, commitWritten, conversationOf, conversationsGone, treeOf } from './conversations'
import { mergingOf } from './importStanding'
import type { ImportRow } from './importing'
import { nextConversation } from './nextConversation'
import { endpointAt } from './endpointAt'
import { storageFailed } from './notices'
import { goTo, openConversationId } from './route'
import { runEnded, stopRun } from './runs'
import { endpointById } from './settings'

/** What was taken in, and how all of it is undone. */
export interface TakenIn {
  /** Where it is found now, in the order of the rows. */
  ids: ConversationId[]
  /** Rows that could not be written. */
  failed: number
  undo: () => Promise<void>
}

/** So many are written in one transaction. */
const batch = 40

interface Added {
  id: ConversationId
  updated: number
}
interface Merged {
  id: ConversationId
  messages: MessageId[]
}

/** Writes rows; `onDone` hears how many are done, and says whether to go on. */
export async function takeIn(
  reader: Pick<ImportReader, 'take'>,
  rows: readonly ImportRow[],
  onDone: (done: number) => boolean,
): Promise<TakenIn> {
  const added: Added[] = []
  const merged: Merged[] = []
  let done = 0
  try {
    for (let at = 0; at < rows.length; at += batch) {
      const some = rows.slice(at, at + batch)
      const trees = await reader.take(some.map(({ place }) => place))
      const whole: Tree[] = []
      for (const [place, tree] of trees.entries()) {
        const own = asOurs(tree, some[place]!)
        const change = some[place]!.standing.kind === 'merge' ? await mergingOf(tree) : 'new'
        if (typeof change === 'string') {
          if (change !== 'here') whole.push(own)
        } else {
          await commitWritten(tree.conversation.id, change)
          merged.push({ id: tree.conversation.id, messages: change.put.map(({ id }) => id) })
        }
      }
      const written = await addedWhole(whole)
      arrived(written)
      added.push(...written.map(({ conversation: { id, updated } }) => ({ id, updated })))
      done = Math.min(rows.length, at + batch)
      if (!onDone(done)) break
    }
  } catch (error) {
    storageFailed(error)
  }
  const ids = [...added, ...merged].map(({ id }) => id)
  return { ids, failed: rows.length - done, undo: () => takenBack(added, merged) }
}

/** For the reader's endpoint, under ids that nobody has here. */
function asOurs(theirs: Tree, { standing, isWhole, hasUsableIds, request }: ImportRow): Tree {
  const tree = standing.kind === 'copy' || !hasUsableIds ? withFreshIds(theirs, newId) : theirs
  const { conversation } = tree
  const own = nextConversation()
  const endpoint = endpointById(conversation.endpoint)
    ? conversation.endpoint
    : (endpointAt(request?.url)?.id ?? own.endpoint)
  const parameters = isWhole ? conversation.parameters : { ...own.parameters, ...conversation.parameters }
  return { ...tree, conversation: { ...conversation, endpoint, parameters } }
}

/** Of one of whose ids something is kept here already, a copy is written. */
async function addedWhole(trees: Tree[]): Promise<Tree[]> {
  if (!trees.length) return []
  try {
    await addWhole(trees)
    return trees
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'ConstraintError') throw error
    const [only, ...others] = trees
    if (only && !others.length) return addedWhole([withFreshIds(only, newId)])
    const half = Math.ceil(trees.length / 2)
    return [...(await addedWhole(trees.slice(0, half))), ...(await addedWhole(trees.slice(half)))]
  }
}

/** Takes out again what was taken in, but for what the reader has gone on with since. */
async function takenBack(added: readonly Added[], merged: readonly Merged[]): Promise<void> {
  const ids = added.filter(({ id, updated }) => conversationOf(id)?.updated === updated).map(({ id }) => id)
  for (const id of ids) stopRun(id)
  await Promise.all(ids.map(runEnded))
  if (ids.includes(openConversationId() ?? '')) goTo(null, { instead: true })
  conversationsGone(ids)
  tellOfMany({ type: 'removed', ids })
  try {
    for (let at = 0; at < ids.length; at += batch) await removeConversations(ids.slice(at, at + batch))
    for (const { id, messages } of merged) await parted(id, new Set(messages))
  } catch (error) {
    storageFailed(error)
  }
}

async function parted(id: ConversationId, messages: ReadonlySet<MessageId>): Promise<void> {
  const tree = treeOf(id) ?? (await loadTree(id))
  if (!tree) return
  const removed = [...messages].filter((one) => descendants(tree, one).every((below) => messages.has(below)))
  await commitWritten(id, { put: [], removed })
}
