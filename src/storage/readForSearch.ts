import type { ConversationId, Message, MessageId } from '../conversation/Message'
import { database } from './database'
import { readable } from './readable'
import { isMessage } from './shapes'

/** How long one reading of many messages may take, in milliseconds, and how many they are at most. */
const slice = 60
const most = 2000

/** How many messages are kept. */
export const countMessages = async (): Promise<number> => (await database()).count('messages')

/** The messages of some conversations, in no order. */
export async function messagesIn(ids: readonly ConversationId[]): Promise<Message[]> {
  const index = (await database()).transaction('messages').store.index('conversation')
  return readable((await Promise.all(ids.map((id) => index.getAll(id)))).flat(), isMessage)
}

/** Messages by their ids; those that are gone are left out. */
export async function messagesById(ids: readonly MessageId[]): Promise<Message[]> {
  const { store } = (await database()).transaction('messages')
  const found = await Promise.all(ids.map((id) => store.get(id)))
  return readable(
    found.filter((message) => message !== undefined),
    isMessage,
  )
}

/** All messages, in the order of their ids, as many at a time as a short while allows: some weigh a thousand times others. */
export async function* allMessages(): AsyncGenerator<Message[]> {
  let count = 100
  let last: MessageId | undefined
  for (;;) {
    const began = performance.now()
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true)
    const messages = await (await database()).getAll('messages', range, count)
    if (!messages.length) return
    last = messages.at(-1)!.id
    yield readable(messages, isMessage)
    count = Math.max(10, Math.min(most, Math.round((count * slice) / (performance.now() - began + 1))))
  }
}
