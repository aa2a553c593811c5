import type { MessageId } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import { database } from './database'

/**
 * Writes conversations that are new here, all of them or none. One of which anything is kept already, be it one of its
 * messages, makes it reject with a ConstraintError: nothing is ever overwritten.
 */
export async function addWhole(trees: readonly Tree[]): Promise<void> {
  const transaction = (await database()).transaction(['conversations', 'messages'], 'readwrite')
  const writes = trees.flatMap(({ conversation, messages }) => [
    transaction.objectStore('conversations').add(conversation),
    ...[...messages.values()].map((message) => transaction.objectStore('messages').add(message)),
  ])
  const failed = (await Promise.allSettled([...writes, transaction.done])).find(isRejected)
  if (failed) throw failed.reason
}

const isRejected = (settled: PromiseSettledResult<unknown>): settled is PromiseRejectedResult =>
  settled.status === 'rejected'

/** Whether any of these messages is kept, in whichever conversation. */
export async function isAnyKept(ids: readonly MessageId[]): Promise<boolean> {
  const { store } = (await database()).transaction('messages')
  const keys = await Promise.all(ids.map((id) => store.getKey(id)))
  return keys.some((key) => key !== undefined)
}
