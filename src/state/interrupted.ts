import type { Change } from '../conversation/Change'
import { isLive } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import { heldRuns } from '../storage/runLocks'

/** The change that marks what no tab is receiving any more as interrupted; undefined where there is none. */
export async function interruptedIn(tree: Tree): Promise<Change | undefined> {
  const live = [...tree.messages.values()].filter(isLive)
  if (!live.length) return undefined
  const held = await heldRuns()
  const lost = live.filter(({ run }) => !run || !held.has(run.id))
  if (!lost.length) return undefined
  return { put: lost.map((message) => ({ ...message, status: 'interrupted' })), removed: [] }
}
