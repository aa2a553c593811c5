import type { Message, MessageId } from '../conversation/Message'
import type { Logprobs } from '../protocol/wire'
import { type LogprobsPiece, database } from './database'

/** A live message as it is written down and told every second: without what weighs a hundred times its text. */
export function withoutLogprobs({ logprobs: _heavy, ...light }: Message): Message {
  return light
}

/** The keys of all that was kept piece by piece of one message. */
export const piecesOf = (message: MessageId) => IDBKeyRange.bound([message], [message, []])

/**
 * Writes down how far the messages of one request have come, again and again: their text whole, of their log
 * probabilities only what is new. A message that was removed meanwhile, here or in another tab, is not brought back.
 */
export function createProgress(): (live: readonly Message[]) => Promise<void> {
  const written = new Map<MessageId, Record<string, number>>()
  let count = 0
  return async (live) => {
    const pieces = live.map((message) => pieceOf(message, written.get(message.id) ?? {}, count++))
    const transaction = (await database()).transaction(['messages', 'logprobs'], 'readwrite')
    const messages = transaction.objectStore('messages')
    await Promise.all([
      ...live.map(async (message, at) => {
        if (!(await messages.getKey(message.id))) return
        await messages.put(withoutLogprobs(message))
        const piece = pieces[at]
        if (piece) await transaction.objectStore('logprobs').put(piece)
      }),
      transaction.done,
    ])
    // Only now: what could not be written is in the next piece again.
    for (const piece of pieces) if (piece) written.set(piece.message, endOf(piece))
  }
}

/** What is new in the lists of a message; undefined if nothing is. */
function pieceOf(
  { id: message, logprobs = {} }: Message,
  written: Record<string, number>,
  count: number,
): LogprobsPiece | undefined {
  const from: Record<string, number> = {}
  const added: Logprobs = {}
  for (const name of ['content', 'refusal'] as const) {
    const list = logprobs[name]
    if (!list) continue
    from[name] = written[name] ?? 0
    if (list.length > from[name]) added[name] = list.slice(from[name])
  }
  return Object.keys(added).length ? { message, count, from, logprobs: added } : undefined
}

const endOf = ({ from, logprobs }: LogprobsPiece) =>
  Object.fromEntries(
    Object.entries(from).map(([name, at]) => [name, at + lengthOf(logprobs[name as keyof Logprobs])]),
  )

const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0)

/** The lists that the pieces make, in their order. Two may overlap, where one was thought not to be written. */
export function joinLogprobs(pieces: readonly LogprobsPiece[]): Logprobs {
  const whole: Logprobs = {}
  for (const { from, logprobs } of pieces)
    for (const name of ['content', 'refusal'] as const) {
      const list = (whole[name] ??= [])
      const at = from[name] ?? 0
      // Behind a gap nothing can be placed.
      if (at > list.length) continue
      list.length = at
      for (const token of logprobs[name] ?? []) list.push(token)
    }
  return Object.fromEntries(Object.entries(whole).filter(([, list]) => lengthOf(list) > 0))
}
