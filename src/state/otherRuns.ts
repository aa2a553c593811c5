import { type ConversationId, isLive } from '../conversation/Message'
import { afterRun } from '../storage/runLocks'
import { commitWritten, messageOf, onChange, treeOf } from './conversations'
import { interruptedIn } from './interrupted'
import { storageFailed } from './notices'
import { activeRun, liveMessagesSettled } from './runs'

/** Runs of other tabs whose end is waited for. */
const followed = new Set<string>()

/**
 * Waits for the end of each run that another tab is receiving in a conversation that is open here. A tab that
 * comes to the end of a run says so itself; of one that has gone, what it received is *interrupted*.
 */
export function runsFollowed(id: ConversationId): void {
  for (const message of treeOf(id)?.messages.values() ?? []) {
    const run = isLive(message) ? message.run?.id : undefined
    if (run === undefined || run === activeRun(id)?.id || followed.has(run)) continue
    followed.add(run)
    afterRun(run, () => ended(id, run))
  }
}

async function ended(id: ConversationId, run: string): Promise<void> {
  followed.delete(run)
  const tree = treeOf(id)
  if (!tree) return
  try {
    const change = await interruptedIn(id, tree, run)
    // The last words may have been told meanwhile.
    const put = change?.put.filter((message) => isLive(messageOf(id, message.id) ?? message)) ?? []
    const written = commitWritten(id, { put, removed: [] })
    liveMessagesSettled(put.map((message) => message.id))
    // The next tab that waits for this run finds it settled.
    await written
  } catch (error) {
    storageFailed(error)
  }
}

onChange((id, { put }) => {
  if (put.some(isLive)) runsFollowed(id)
})
