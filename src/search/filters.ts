import type { Conversation } from '../conversation/Tree'
import { fold } from './fold'
import type { IndexedConversation, IndexedMessage } from './Indexed'
import type { Filter, FilterName } from './parseQuery'

/** What a query's filters ask, of conversations and of messages. */
export interface Checks {
  /** Whether titles alone count. */
  titleOnly: boolean
  conversation: (conversation: Conversation) => boolean
  /** Undefined if nothing is asked of messages. The models are those that took part in its conversation. */
  message: ((message: IndexedMessage, models: readonly string[]) => boolean) | undefined
  /** Whether it wants to know them. */
  asksModels: boolean
}

type Test<Asked extends unknown[]> = (...asked: Asked) => boolean

/** Filters as they are asked, ten thousand times and more. Of what there is only one of, any of several values will do. */
export function checksOf(filters: readonly Filter[]): Checks {
  const isTitle = ({ name, value }: Filter) => name === 'in' && 'title'.startsWith(value)
  const others = filters.filter((filter) => !isTitle(filter))
  const ofConversation = others.filter(({ name }) => name in aboutConversation)
  const ofMessage = others.filter(({ name }) => name in aboutMessage)
  return {
    titleOnly: filters.some((filter) => isTitle(filter) && !filter.not),
    conversation: together(ofConversation, aboutConversation, ['folder']),
    message: ofMessage.length ? together(ofMessage, aboutMessage, ['role', 'model']) : undefined,
    asksModels: ofMessage.some(({ name }) => name === 'model'),
  }
}

const aboutConversation: Partial<Record<FilterName, (value: string) => Test<[Conversation]>>> = {
  tag:
    (value) =>
    ({ tags = [] }) =>
      tags.some((tag) => fold(tag).startsWith(value)),
  folder:
    (value) =>
    ({ folder = '' }) =>
      fold(folder).startsWith(value),
  in:
    (value) =>
    ({ archived, pinned }) =>
      (archived === true && 'archive'.startsWith(value)) || (pinned === true && 'pinned'.startsWith(value)),
}

const aboutMessage: Partial<
  Record<FilterName, (value: string) => Test<[IndexedMessage, readonly string[]]>>
> = {
  role:
    (value) =>
    ({ role }) =>
      role.startsWith(value),
  // What no model wrote was said to those that took part.
  model:
    (value) =>
    ({ model }, models) =>
      model ? model.includes(value) : models.some((one) => one.includes(value)),
  after: (value) => {
    const day = dayOf(value)
    return ({ created }) => created >= day
  },
  before: (value) => {
    const day = dayOf(value)
    return ({ created }) => created < day
  },
}

function together<Asked extends unknown[]>(
  filters: readonly Filter[],
  about: Partial<Record<FilterName, (value: string) => Test<Asked>>>,
  single: readonly FilterName[],
): Test<Asked> {
  const tests: Test<Asked>[] = []
  const either = new Map<FilterName, Test<Asked>[]>()
  for (const { name, value, not } of filters) {
    const test = about[name]?.(value)
    if (!test) continue
    if (not) tests.push((...asked) => !test(...asked))
    else if (single.includes(name)) either.set(name, [...(either.get(name) ?? []), test])
    else tests.push(test)
  }
  for (const any of either.values()) tests.push((...asked) => any.some((test) => test(...asked)))
  return (...asked) => tests.every((test) => test(...asked))
}

/** The models that wrote in a conversation, and the one that is set. */
export function modelsIn({ conversation, messages }: IndexedConversation): string[] {
  const models = new Set<string>()
  for (const { model } of messages.values()) models.add(model)
  const { model } = conversation.parameters
  if (typeof model === 'string') models.add(fold(model))
  models.delete('')
  return [...models]
}

/** The first moment of a day, a month or a year, as far as it is typed, in the reader's own time. */
function dayOf(value: string): number {
  const [year = 0, month = 1, day = 1] = value.split('-').map((part) => Number(part) || 1)
  return new Date(year, month - 1, day).getTime()
}
