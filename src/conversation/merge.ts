import type { Change } from './Change'
import { type Message, type MessageId, isLive } from './Message'
import type { Conversation } from './Tree'

/** What a change stood on: the records that it alters, as they were where it was made. */
export type Base = Pick<Change, 'conversation' | 'put'>

/** The records that a change meets: those of another tab, or those in storage. */
export interface Met {
  conversation: Conversation | undefined
  messageOf: (id: MessageId) => Message | undefined
}

/**
 * A change as it counts where something else has changed meanwhile: of each record only those fields that it alters. Where
 * both have altered one, every tab and storage decide alike. What was altered elsewhere is not removed.
 */
export function mergeChange({ conversation, put, removed }: Change, base: Base, met: Met): Change {
  const before = new Map(base.put.map((message) => [message.id, message]))
  const head =
    conversation && base.conversation && met.conversation
      ? merged(base.conversation, met.conversation, conversation)
      : conversation
  return {
    ...(head && { conversation: head }),
    put: put.map((message) => {
      const [known, here] = [before.get(message.id), met.messageOf(message.id)]
      // What is being written is whole in the hands of who receives it.
      return known && here && !isLive(known) && !isLive(here) ? merged(known, here, message) : message
    }),
    removed: removed.filter((id) => {
      const [known, here] = [before.get(id), met.messageOf(id)]
      return !known || !here || isLive(here) || isAlike(known, here)
    }),
  }
}

/** What of a message somebody may have written, and cannot be chosen between by its letters alone. */
const words = ['content', 'refusal', 'tool_calls'] as const

/** The messages, as they were where a change is met, whose own words are not in what has become of them. */
export function wordsLost(merged: Change, base: Base, met: Met): Message[] {
  const before = new Map(base.put.map((message) => [message.id, message]))
  return merged.put.flatMap((became) => {
    const [known, here] = [before.get(became.id), met.messageOf(became.id)]
    if (!known || !here || [known, here, became].some(isLive)) return []
    const isLost = words.some((name) => !isSame(here[name], known[name]) && !isSame(here[name], became[name]))
    return isLost ? [here] : []
  })
}

/** Whatever has fields, as fields. */
const fieldsOf = (record: object): Record<string, unknown> => ({ ...record })
/** Fields that are a record by themselves. */
const nested = new Set(['chosen', 'parameters'])

type FieldOf = (name: string, base: unknown, here: unknown, there: unknown) => unknown

/** A record of those fields that `fieldOf` takes, of each from one of the others. */
function combined<Kind extends object>(base: object, here: Kind, there: Kind, fieldOf: FieldOf): Kind {
  const [b, h, t] = [fieldsOf(base), fieldsOf(here), fieldsOf(there)]
  const fields = Object.keys({ ...h, ...t }).map((name) => [name, fieldOf(name, b[name], h[name], t[name])])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field is that of one of them
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Kind
}

const merged = <Kind extends object>(base: Kind, here: Kind, there: Kind): Kind =>
  combined(base, here, there, fieldOf)

function fieldOf(name: string, base: unknown, here: unknown, there: unknown): unknown {
  if (isSame(there, base)) return here
  if (isSame(here, base)) return there
  if (nested.has(name)) return merged(Object(base), Object(here), Object(there))
  return (JSON.stringify(here) ?? '') > (JSON.stringify(there) ?? '') ? here : there
}

/** A record with the fields that another change of it alters, all else as it is. */
export const altered = (record: Message, base: Message | undefined, there: Message): Message =>
  combined(base ?? {}, record, there, (_name, b, h, t) => (isSame(t, b) ? h : t))

const isSame = (one: unknown, other: unknown) =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

export function isAlike(
  { logprobs: _one, ...one }: Message,
  { logprobs: _other, ...other }: Message,
): boolean {
  const [o, t] = [fieldsOf(one), fieldsOf(other)]
  return Object.keys({ ...o, ...t }).every((name) => isSame(o[name], t[name]))
}
