import { type ConversationId, isLive } from '../conversation/Message'
import { type Tree, toTree } from '../conversation/Tree'
import { loadTrees, removeConversations as removeFromStorage, saveWhole } from '../storage/conversations'
import { tellOfMany } from '../storage/tellOfMany'
import { changeNotKept, conversationsGone, opened, treeOf } from './conversations'
import { lastWordsOf } from './lastWords'
import { storageFailed } from './notices'
import { goTo, openConversationId } from './route'
import { liveMessagesSettled, runEnded, stopRun } from './runs'

/** So many are told to the other tabs, and written, at once. */
const batch = 500

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
  tellOfMany({ type: 'removed', ids: [...ids] })
  const kept = removed(ids, known)
  return async () => {
    const whole = (await kept).map(({ conversation, messages }) => ({
      conversation,
      messages: [...messages.values()].map(lastWordsOf),
    }))
    opened(...whole.map(({ conversation, messages }) => toTree(conversation, messages)))
    liveMessagesSettled(whole.flatMap(({ messages }) => messages.map(({ id }) => id)))
    for (const some of inBatches(whole)) {
      tellOfMany({ type: 'restored', kept: some })
      saveWhole(some).catch((error: unknown) => {
        for (const { conversation, messages: put } of some)
          void changeNotKept(conversation.id, { conversation, put, removed: [] }, error)
      })
    }
  }
}

/** Takes them out of storage, and resolves with all that was in them. */
async function removed(
  ids: readonly ConversationId[],
  known: readonly (Tree | undefined)[],
): Promise<Tree[]> {
  try {
    const asked = ids.filter((_id, at) => !isWhole(known[at]))
    const kept = new Map((await loadTrees(asked)).map((tree) => [tree.conversation.id, tree]))
    // Whoever brings them back writes them after they have gone.
    removeFromStorage(ids).catch(storageFailed)
    return ids.flatMap((id, at) => asKept(known[at], kept.get(id)) ?? [])
  } catch (error) {
    storageFailed(error)
    return known.filter((tree) => tree !== undefined)
  }
}

/** What another tab is receiving has been kept further than it stands in the tree. */
const isWhole = (tree: Tree | undefined) => tree !== undefined && ![...tree.messages.values()].some(isLive)

function asKept(tree: Tree | undefined, kept: Tree | undefined): Tree | undefined {
  if (!tree || !kept) return tree ?? kept
  const messages = [...tree.messages.values()].map(
    (message) => (isLive(message) && kept.messages.get(message.id)) || message,
  )
  return toTree(tree.conversation, messages)
}

function inBatches<Value>(all: readonly Value[]): Value[][] {
  const count = Math.ceil(all.length / batch)
  return Array.from({ length: count }, (_none, at) => all.slice(at * batch, (at + 1) * batch))
}
