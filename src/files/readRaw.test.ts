import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversation, message } from '../conversation/fixtures/trees'
import type { Tree } from '../conversation/Tree'
import { anyConversation } from '../links/fixtures/anyShared'
import { FileFault } from './FileFault'
import { readText } from './readText'

type Records = Record<string, unknown[]>

/** What the recovery screen writes of some records. */
const rawOf = (...databases: Records[]) => ({
  format: 'parley-raw',
  version: 1,
  local: { 'parley.settings': { endpoints: [{ id: 'e', name: 'E', baseURL: 'https://e.example/v1' }] } },
  databases: databases.map((stores) => ({
    name: 'parley',
    version: 4,
    stores: Object.fromEntries(
      Object.entries(stores).map(([name, records]) => [
        name,
        records.map((value) => ({ key: Object(value).id ?? 'odd', value })),
      ]),
    ),
  })),
  blobs: [],
})
const read = (json: unknown) => readText(JSON.stringify(json), 0)
const recordsOf = (trees: readonly Tree[]) => ({
  conversations: trees.map((tree) => tree.conversation),
  messages: trees.flatMap(({ messages }) => [...messages.values()]),
})

describe('a raw export', () => {
  test('is read back: each conversation with all that is known of it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyConversation, { maxLength: 3, selector: idOf }), (trees) => {
        const { found, faults } = read(rawOf(recordsOf(trees)))
        expect(faults).toEqual([])
        expect(found.map(({ tree }) => tree)).toEqual(trees)
      }),
      { numRuns: 50 },
    )
  })

  test('may hold anything: what is whole is found, what is not is counted, and nothing else is thrown', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.record({ id: fc.string(), value: fc.jsonValue() }))
    fc.assert(
      fc.property(fc.array(odd), fc.array(odd), fc.jsonValue(), (conversations, messages, presets) => {
        const whole = [message('a'), message('b', 'a')]
        const raw = rawOf({
          conversations: [...conversations, conversation],
          messages: [...messages, ...whole],
        })
        Object.assign(raw.databases[0]!.stores, { presets })
        const { found, faults } = read(raw)
        expect(found.map(({ tree }) => [tree.conversation.id, tree.messages.size])).toEqual([['c', 2]])
        expect(faults).toHaveLength(conversations.length + messages.length)
      }),
      { numRuns: 50 },
    )
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('version', 'databases', 'local'), fc.jsonValue()),
        (fields) => {
          try {
            read({ format: 'parley-raw', version: 1, databases: [], ...fields })
          } catch (error) {
            expect(error).toBeInstanceOf(FileFault)
          }
        },
      ),
    )
  })

  test('says where a record is broken, and takes it from the copy where that has it whole', () => {
    const broken = { ...message('b', 'a'), role: 'cat' }
    const now = { conversations: [conversation], messages: [message('a'), broken, message('d', 'b')] }
    const { found, faults } = read(rawOf(now))
    expect(faults.map(String)).toEqual(['FileFault: unreadable: messages[1].role'])
    expect([...found[0]!.tree.messages.keys()]).toEqual(['a', 'd'])
    const before = { conversations: [], messages: [message('b', 'a'), message('long gone')] }
    const healed = read(rawOf(now, before))
    expect(healed.faults).toEqual([])
    expect([...healed.found[0]!.tree.messages.keys()]).toEqual(['a', 'b', 'd'])
  })

  test('loses no message with its conversation', () => {
    const messages = [message('a', null, { created: 5, content: 'Why two tides?' }), message('b', 'a')]
    const { found, faults } = read(rawOf({ conversations: [{ id: 'c' }], messages }))
    expect(faults).toHaveLength(1)
    expect(found[0]!.tree.conversation).toMatchObject({ title: 'Why two tides?', created: 1, updated: 5 })
    expect(found[0]!.tree.messages.size).toBe(2)
  })

  test('of what was being written says that it broke off, and what of it is left out', () => {
    const messages = [message('a', null, { status: 'streaming' })]
    const raw = rawOf({ conversations: [conversation], messages })
    Object.assign(raw.databases[0]!.stores, { logprobs: [{ key: ['a', 0], value: {} }] })
    const [found] = read(raw).found
    expect(found!.tree.messages.get('a')!.status).toBe('interrupted')
    expect(found!.leftBehind.others).toBe(1)
  })

  test('has presets and endpoints beside them', () => {
    expect(read(rawOf({ presets: [{ id: 'p' }] })).rest).toMatchObject({
      presets: [{ id: 'p' }],
      endpoints: [{ id: 'e' }],
    })
    expect(() => read({ ...rawOf(), version: 2 })).toThrow(new FileFault('newer'))
  })
})

function idOf({ conversation }: Tree) {
  return conversation.id
}
