import { type Change, applyChange } from '../conversation/Change'
import type { ConversationId } from '../conversation/Message'
import { nextTask } from '../protocol/nextTask'
import { loadTree } from '../storage/conversations'
import { onNews } from '../storage/otherTabs'
import { commit, conversationMissed, onChange, opened, treeOf } from './conversations'
import { lostDraftsForgotten } from './drafts'
import { interruptedIn } from './interrupted'
import { storageFailed } from './notices'
import { runsFollowed } from './otherRuns'

/** Conversations that are being read from storage, with what has changed in them since. */
const reading = new Map<ConversationId, { since: Change[]; done: Promise<void> }>()

onChange((id, change) => reading.get(id)?.since.push(change))
onNews((news) => {
  if (news.type === 'removed') for (const id of news.ids) reading.delete(id)
})

/** Reads a conversation into memory, if it is not there yet. What a lost page left live becomes *interrupted*. */
export function conversationOpened(id: ConversationId): Promise<void> {
  if (treeOf(id)) return Promise.resolve()
  const already = reading.get(id)
  if (already) return already.done
  const since: Change[] = []
  const done = read(id, since)
  reading.set(id, { since, done })
  return done
}

async function read(id: ConversationId, since: Change[]): Promise<void> {
  try {
    const kept = await loadTree(id)
    // To read ten thousand messages and to show them are two tasks, between which somebody may type.
    await nextTask()
    const isThere = reading.get(id)?.since === since
    if (isThere) reading.delete(id)
    // Meanwhile it may have been begun here.
    if (treeOf(id)) return
    if (!kept || !isThere) return conversationMissed(id)
    // What has changed while it was read may or may not be in what was read; to say it twice does no harm.
    const tree = since.reduce(applyChange, kept)
    opened(tree)
    void lostDraftsForgotten(id, tree.messages)
    const change = await interruptedIn(id, tree)
    if (change) commit(id, change)
    runsFollowed(id)
  } catch (error) {
    reading.delete(id)
    conversationMissed(id)
    storageFailed(error)
  }
}
