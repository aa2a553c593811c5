import type { Change } from '../conversation/Change'
import { type ConversationId, isLive } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import { loadTree } from '../storage/conversations'
import { heldRuns } from '../storage/runLocks'

/** The change that marks what no tab is receiving any more as interrupted; undefined where there is none. */
export async function interruptedIn(id: ConversationId, tree: Tree): Promise<Change | undefined> {
  const live = [...tree.messages.values()].filter(isLive)
  if (!live.length) return undefined
  const held = await heldRuns()
  const lost = live.filter(({ run }) => !run || !held.has(run.id))
  if (!lost.length) return undefined
  // Another tab may have finished one between the two looks: it let go of its lock after writing the last word,
  // so what is kept now is what counts.
  const now = await loadTree(id)
  const put = lost.flatMap((message) => {
    const kept = now?.messages.get(message.id)
    return kept ? [isLive(kept) ? { ...kept, status: 'interrupted' as const } : kept] : []
  })
  return { put, removed: [] }
}
