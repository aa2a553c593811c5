import { type ConversationId, type Message, isLive } from '../conversation/Message'
import { type Conversation, type Tree, toTree } from '../conversation/Tree'
import { loadTree, removeConversations as removeFromStorage, saveWhole } from '../storage/conversations'
import { tellOtherTabs } from '../storage/otherTabs'
import { conversationsGone, opened, treeOf } from './conversations'
import { lastWordsOf } from './lastWords'
import { storageFailed } from './notices'
import { goTo, openConversationId } from './route'
import { liveMessagesSettled, runEnded, stopRun } from './runs'

/** So many come back in one message to the other tabs. */
const batch = 100

/**
 * Removes conversations as one act; runs in them are stopped first. Resolves, once they are off the screen, with what
 * brings all of them back.
 */
export async function removeConversations(ids: readonly ConversationId[]): Promise<() => Promise<void>> {
  for (const id of ids) stopRun(id)
  await Promise.all(ids.map(runEnded))
  const known = ids.map((id) => treeOf(id))
  if (ids.includes(openConversationId() ?? '')) goTo(null, { instead: true })
  conversationsGone(ids)
  tellOtherTabs({ type: 'removed', ids: [...ids] })
  const kept = removed(ids, known)
  return async () => {
    const whole = (await kept).map(({ conversation, messages }) => ({
      conversation,
      messages: [...messages.values()].map(lastWordsOf),
    }))
    for (let at = 0; at < whole.length; at += batch) restored(whole.slice(at, at + batch))
  }
}

/** Takes them out of storage, and resolves with all that was in them. */
async function removed(
  ids: readonly ConversationId[],
  known: readonly (Tree | undefined)[],
): Promise<Tree[]> {
  try {
    const trees = await Promise.all(ids.map((id, at) => asKept(id, known[at])))
    await removeFromStorage(ids)
    return trees.filter((tree) => tree !== undefined)
  } catch (error) {
    storageFailed(error)
    return known.filter((tree) => tree !== undefined)
  }
}

/** What another tab is receiving has been kept further than it stands in the tree. */
async function asKept(id: ConversationId, tree: Tree | undefined): Promise<Tree | undefined> {
  if (tree && ![...tree.messages.values()].some(isLive)) return tree
  const kept = await loadTree(id)
  if (!tree || !kept) return tree ?? kept
  const messages = [...tree.messages.values()].map(
    (message) => (isLive(message) && kept.messages.get(message.id)) || message,
  )
  return toTree(tree.conversation, messages)
}

function restored(whole: { conversation: Conversation; messages: Message[] }[]) {
  opened(...whole.map(({ conversation, messages }) => toTree(conversation, messages)))
  liveMessagesSettled(whole.flatMap(({ messages }) => messages.map(({ id }) => id)))
  tellOtherTabs({ type: 'restored', kept: whole })
  saveWhole(whole).catch(storageFailed)
}
