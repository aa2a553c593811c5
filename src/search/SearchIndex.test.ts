import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Message, textOf } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { fold } from './fold'
import { matcherOf } from './match'
import { parseQuery } from './parseQuery'
import { SearchIndex } from './SearchIndex'

/** Few letters and words, so that much is found. */
const word = fc.constantFrom('rust', 'trust', 'Über', 'über', 'a', 'ab', 'aba', '日本語', 'straße', 'it’s')
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
const roles = ['user', 'assistant', 'system', 'tool'] as const
const models = ['gpt-4o', 'llama', undefined] as const
const day = (at: number) => new Date(2026, 0, at).getTime()

const message = fc.record({
  role: fc.constantFrom(...roles),
  content: text,
  reasoning_content: fc.option(text, { nil: undefined }),
  refusal: fc.option(text, { nil: undefined }),
  model: fc.constantFrom(...models),
  created: fc.nat(9).map((at) => day(at + 1)),
})
const conversation = fc.record({
  title: text,
  model: fc.constantFrom(...models),
  archived: fc.boolean(),
  tags: fc.subarray(['work', 'Zuhause']),
  messages: fc.array(message, { maxLength: 6 }),
})
const library = fc.array(conversation, { maxLength: 5 }).map((all) =>
  all.map(({ messages, title, model, archived, tags }, at) => {
    const id = `c${at}`
    const head = {
      id,
      title,
      named: true,
      created: 1,
      updated: at,
      endpoint: 'e',
      chosen: {},
      tags,
      parameters: model ? { model } : {},
      ...(archived && { archived }),
    } as Conversation
    const records = messages.map(({ model: by, reasoning_content, refusal, ...facts }, place): Message => ({
      id: `${id}-${place}`,
      conversation: id,
      parent: null,
      order: place,
      status: 'done',
      ...facts,
      ...(reasoning_content && { reasoning_content }),
      ...(refusal && { refusal }),
      ...(by && { run: { id: 'r', choice: 0, endpoint: 'e', model: by, parameters: {}, started: 1 } }),
    }))
    return { head, records }
  }),
)
type Kept = { head: Conversation; records: Message[] }

const query = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word },
      word.map((one) => `-${one}`),
      text.map((words) => `"${words}"`),
      fc.constantFrom(
        'role:user',
        '-role:user',
        'role:a',
        'role:tool',
        'model:gpt',
        'model:lla',
        '-model:gpt',
      ),
      fc.constantFrom(
        'after:2026-01-04',
        'before:2026-01-06',
        'tag:work',
        'tag:zu',
        '-tag:work',
        'in:archive',
        '-in:archive',
      ),
    ),
    { maxLength: 4 },
  )
  .map((pieces) => pieces.join(' '))

/** What a query means, said once more in the plainest way. */
function naive({ head, records }: Kept, asked: string) {
  const { words, without, filters } = parseQuery(asked)
  const { archived, tags = [] } = head as Conversation & { archived?: true; tags?: string[] }
  const title = fold(head.title)
  const saidBy = (one: Message) =>
    fold([textOf(one), one.refusal, one.reasoning_content].filter(Boolean).join('\n'))
  const modelOf = (one: Message) => one.run?.model ?? ''
  const all = [head.parameters.model ?? '', ...records.map(modelOf)].filter(Boolean)
  const asks = (name: string, not: boolean) =>
    filters.filter((one) => one.name === name && one.not === not).map(({ value }) => value)
  const tagged = (value: string) => tags.some((tag) => tag.toLowerCase().startsWith(value))
  if (!asks('tag', false).every(tagged) || asks('tag', true).some(tagged)) return undefined
  if ((asks('in', false).length && !archived) || (asks('in', true).length && archived)) return undefined
  if (without.some((one) => title.includes(one))) return undefined
  const isOf = (one: Message) => (value: string) =>
    modelOf(one) ? modelOf(one).includes(value) : all.some((model) => model.includes(value))
  const is = (one: Message) => (value: string) => one.role.startsWith(value)
  const passes = (one: Message) =>
    (!asks('role', false).length || asks('role', false).some(is(one))) &&
    !asks('role', true).some(is(one)) &&
    (!asks('model', false).length || asks('model', false).some(isOf(one))) &&
    !asks('model', true).some(isOf(one)) &&
    (!asks('after', false).length || one.created >= day(4)) &&
    (!asks('before', false).length || one.created < day(6))
  const asksMessages = filters.some(({ name }) => ['role', 'model', 'after', 'before'].includes(name))
  const hits = records.filter((one) => {
    const said = saidBy(one)
    if (!passes(one) || without.some((not) => said.includes(not))) return false
    if (!words.length) return without.length > 0 || asksMessages
    return (
      words.every((asked) => said.includes(asked) || title.includes(asked)) &&
      words.some((asked) => said.includes(asked))
    )
  })
  const byTitle = words.every((one) => title.includes(one)) && (!asksMessages || records.some(passes))
  return byTitle || hits.length ? { byTitle, hits: hits.map(({ id }) => id).toSorted() } : undefined
}

function found(index: SearchIndex, asked: string) {
  const matcher = matcherOf(parseQuery(asked))
  return [...index.conversations].map(([id, one]) => {
    const match = matcher(one)
    return [id, match && { byTitle: match.byTitle, hits: match.hits.map((hit) => hit.id).toSorted() }]
  })
}

const filled = (all: readonly Kept[]) => {
  const index = new SearchIndex()
  index.readingBegins()
  index.headsRead(all.map(({ head }) => head))
  index.messagesRead(all.flatMap(({ records }) => records))
  index.readingEnds()
  return index
}

test('what is found is what a plain filter over all messages finds', () => {
  fc.assert(
    fc.property(library, query, (all, asked) => {
      expect(found(filled(all), asked)).toEqual(all.map((one) => [one.head.id, naive(one, asked)]))
    }),
    { numRuns: 400 },
  )
})

const news = fc.array(
  fc.record({
    at: fc.nat(4),
    kind: fc.constantFrom('put', 'rename', 'remove', 'drop', 'restore', 'grow'),
    place: fc.nat(6),
    text,
  }),
  { maxLength: 12 },
)

/** Does to an index and to the records what a page would tell; some of it before the records are read. */
function told(
  all: Kept[],
  index: SearchIndex,
  { at, kind, place, text: said }: { at: number; kind: string; place: number; text: string },
) {
  const original = all[at]
  if (!original) return
  const { id } = original.head
  const gone = !index.conversations.has(id)
  const known = original.records.find((one) => one.id === `${id}-${place}`)
  if (kind === 'drop') return void (index.removed(id), (original.records = [...original.records]))
  if (kind === 'restore') return index.restored(original.head, original.records)
  if (gone) return
  if (kind === 'rename') {
    original.head = { ...original.head, title: said }
    index.changed(id, { conversation: original.head, put: [], removed: [] })
  }
  if (kind === 'remove') {
    original.records = original.records.filter((one) => one !== known)
    index.changed(id, { put: [], removed: [`${id}-${place}`] })
  }
  if (kind === 'put' || (kind === 'grow' && known)) {
    const now: Message = {
      ...(known ?? {
        id: `${id}-${place}`,
        conversation: id,
        parent: null,
        order: 9,
        status: 'done',
        role: 'user',
        created: day(1),
      }),
      content: said,
    }
    original.records = [...original.records.filter((one) => one !== known), now]
    if (kind === 'put') index.changed(id, { put: [now], removed: [] })
    else if (index.conversations.get(id)!.messages.has(now.id)) index.grown(id, [now])
    // Not read yet: what is read will be as old as what is written down.
    else index.messagesRead([now])
  }
}

test('after any news, before and after all is read, an index is as one that was made anew', () => {
  fc.assert(
    fc.property(library, news, news, query, (kept, early, late, asked) => {
      const all = kept.map((one) => ({ ...one }))
      const index = new SearchIndex()
      index.readingBegins()
      index.headsRead(all.map(({ head }) => head))
      for (const one of early) told(all, index, one)
      // What is read is as it was before all of it.
      index.messagesRead(kept.flatMap(({ records }) => records))
      index.readingEnds()
      for (const one of late) told(all, index, one)
      const there = all.filter(({ head }) => index.conversations.has(head.id))
      expect(Object.fromEntries(found(index, asked))).toEqual(Object.fromEntries(found(filled(there), asked)))
    }),
    { numRuns: 400 },
  )
})
