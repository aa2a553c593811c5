import type { Change } from '../conversation/Change'
import { type ConversationId, isLive } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import { loadTree } from '../storage/conversations'
import { heldRuns } from '../storage/runLocks'
import { asFarAsKnown } from './runs'

/**
 * The change that marks what no tab is receiving any more as interrupted; undefined where there is none. `over` is
 * a run of which that is known.
 */
export async function interruptedIn(
  id: ConversationId,
  tree: Tree,
  over?: string,
): Promise<Change | undefined> {
  const live = [...tree.messages.values()].filter(isLive)
  if (!live.length) return undefined
  const held = over === undefined ? await heldRuns() : undefined
  const lost = live.filter(({ run }) => (held ? !run || !held.has(run.id) : run?.id === over))
  if (!lost.length) return undefined
  // Another tab may have finished one between the two looks: it let go of its lock after writing the last word,
  // so what is kept now is what counts.
  const now = await loadTree(id)
  const put = lost.flatMap((message) => {
    const kept = now?.messages.get(message.id)
    if (!kept) return []
    if (!isLive(kept)) return [kept]
    // It was waiting to be sent again after a refusal.
    return [{ ...asFarAsKnown(kept), status: kept.error ? ('failed' as const) : ('interrupted' as const) }]
  })
  return { put, removed: [] }
}
