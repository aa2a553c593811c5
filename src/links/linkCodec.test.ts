import * as fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { childrenOf, toTree, visiblePath } from '../conversation/Tree'
import { LinkFault } from './LinkFault'
import type { SharedConversation } from './SharedConversation'
import { fromBase64url, toBase64url } from './base64url'
import { crc32 } from './crc32'
import { dictionary } from './dictionary'
import { anyConversation } from './fixtures/anyShared'
import { joined } from './bytes'
import { decodeLink, encodeLink } from './linkCodec'
import { openShared } from './openShared'
import { pack } from './pack'
import { shareConversation } from './shareConversation'

const all = { all: true } as const
let count = 0
const opening = { newId: () => `n${count++}`, now: 9, endpoint: 'mine' }

/** A link whose first byte, checksum and size are right, whatever its body. */
function framed(body: Uint8Array, first = 0x10): string {
  const front = Uint8Array.of(
    first,
    (body.length & 127) | 128,
    ((body.length >> 7) & 127) | 128,
    body.length >> 14,
  )
  const check = new Uint8Array(4)
  new DataView(check.buffer).setUint32(0, crc32(front, body))
  return toBase64url(joined([front, check, body]))
}
const linkOf = (text: string) => framed(deflateRawSync(text))
const faultOf = (letters: string, passphrase?: string): Promise<unknown> =>
  decodeLink(letters, passphrase).then(
    () => 'opened',
    (fault: unknown) => (fault instanceof LinkFault ? fault.kind : fault),
  )

describe('a conversation and its link', () => {
  test('say the same, with every branch, and so does what is made of it when it is opened', async () => {
    await fc.assert(
      fc.asyncProperty(anyConversation, async (tree) => {
        const { shared } = shareConversation(tree, all)
        const read = await decodeLink(await encodeLink(shared))
        expect(read).toEqual(shared)
        const opened = openShared(read, opening)
        expect(shareConversation(opened, all).shared).toEqual(shared)
        expect(opened.messages.size).toBe(tree.messages.size)
        const said = (path: ReturnType<typeof visiblePath>) =>
          path.map(({ role, content }) => ({ role, content }))
        expect(said(visiblePath(opened))).toEqual(said(visiblePath(tree)))
        const letters = JSON.stringify([...opened.messages.values()])
        expect(letters).not.toContain('secret.example')
        expect(letters).not.toContain('logprob":')
      }),
      { numRuns: 300 },
    )
  })

  test('have a title that fits where titles stand, whoever has made the link', () => {
    const hostile = { title: `\u202egnp.exe${'x'.repeat(3000)}`, parameters: {}, messages: [] }
    const { title, named } = openShared(hostile, opening).conversation
    expect([title, named]).toEqual([`gnp.exe${'x'.repeat(193)}…`, true])
    expect(openShared({ ...hostile, title: '\u202e' }, opening).conversation).toMatchObject({
      title: '',
      named: false,
    })
  })

  test('a long one goes the browser’s own way', async () => {
    const [tree] = fc.sample(
      anyConversation.filter(({ messages }) => messages.size > 3),
      { numRuns: 1, seed: 7 },
    )
    const { shared } = shareConversation(tree!, all)
    const long = { ...shared, messages: [{ ...shared.messages[0]!, content: 'A word. '.repeat(20_000) }] }
    const letters = await encodeLink(long)
    expect(letters.length).toBeLessThan(1500)
    expect(await decodeLink(letters)).toEqual(long)
  })

  test('deep is not recursive: ten thousand messages under one another', async () => {
    const messages = Array.from({ length: 10_000 }, (_, at) => ({
      id: `m${at}`,
      conversation: 'c',
      parent: at ? `m${at - 1}` : null,
      order: 0,
      created: 0,
      status: 'done' as const,
      role: 'user' as const,
      content: `${at}`,
    }))
    const tree = toTree(
      { id: 'c', title: '', named: false, created: 0, updated: 0, endpoint: '', parameters: {}, chosen: {} },
      messages,
    )
    const opened = openShared(
      await decodeLink(await encodeLink(shareConversation(tree, all).shared)),
      opening,
    )
    expect(visiblePath(opened)).toHaveLength(10_000)
    expect(childrenOf(opened, null)).toHaveLength(1)
  })

  test('of a run that came in a link, neither its endpoint nor its time is made up', () => {
    const run = { model: 'm', parameters: {} }
    const reply = { role: 'assistant' as const, content: 'Hi', status: 'done' as const, parent: null, run }
    const opened = openShared({ title: '', parameters: {}, messages: [reply] }, opening)
    expect(visiblePath(opened)[0]!.run).toMatchObject({ model: 'm', endpoint: '', started: 0 })
  })
})

describe('a passphrase', () => {
  test('opens what it has closed, and nothing else does', async () => {
    const [tree] = fc.sample(anyConversation, { numRuns: 1, seed: 3 })
    const { shared } = shareConversation(tree!, all)
    const letters = await encodeLink(shared, 'correct horse ﬁ')
    expect(await decodeLink(letters, 'correct horse fi')).toEqual(shared)
    expect(await faultOf(letters)).toBe('sealed')
    expect(await faultOf(letters, 'incorrect horse')).toBe('wrong-passphrase')
    expect(letters).not.toBe(await encodeLink(shared, 'correct horse ﬁ'))
    // Rounds that are too few, or so many that the page would stand still, are not tried.
    const bytes = fromBase64url(letters)
    const body = bytes.slice(bytes.length - (bytes.length - 7 + (bytes[1]! < 128 ? 1 : 0)))
    for (const rounds of [1, 0xffffffff]) {
      new DataView(body.buffer).setUint32(0, rounds)
      expect(await faultOf(framed(body, 0x13), 'correct horse fi')).toBe('unreadable')
    }
  })
})

describe('a link that is not as it was', () => {
  test('is the same conversation or a fault, ten thousand times', async () => {
    const trees = fc.sample(anyConversation, { numRuns: 20, seed: 11 })
    const links = await Promise.all(
      trees.map(async (tree) => {
        const { shared } = shareConversation(tree, all)
        return { shared, letters: await encodeLink(shared) }
      }),
    )
    const letter = fc.constantFrom(...Array.from('AZaz09-_ .%\n)é'))
    const mutation = fc.record({
      link: fc.constantFrom(...links),
      at: fc.nat(),
      length: fc.nat({ max: 20 }),
      how: fc.constantFrom('replace', 'remove', 'insert', 'cut', 'swap', 'case', 'append'),
      letters: fc.string({ unit: letter, minLength: 1, maxLength: 8 }),
    })
    const kinds = new Set<unknown>()
    await fc.assert(
      fc.asyncProperty(mutation, async ({ link: { shared, letters: whole }, at, length, how, letters }) => {
        const place = at % whole.length
        const [before, after] = [whole.slice(0, place), whole.slice(place)]
        const mutated = {
          replace: before + letters + after.slice(letters.length),
          remove: before + after.slice(1 + length),
          insert: before + letters + after,
          cut: before,
          swap: after + before,
          case: before + after.toLowerCase(),
          append: whole + letters,
        }[how]
        const read = await decodeLink(mutated).catch((fault: unknown) => fault)
        if (read instanceof LinkFault) kinds.add(read.kind)
        else expect(read).toEqual(shared)
      }),
      { numRuns: 10_000 },
    )
    expect([...kinds]).toEqual(expect.arrayContaining(['cut', 'altered', 'newer']))
  })

  test('says how much of it came', async () => {
    const letters = linkOf('["t",{},[[2,"Hello"]]]')
    await expect(decodeLink(letters.slice(0, 20))).rejects.toMatchObject({
      kind: 'cut',
      have: 20,
      want: letters.length,
    })
    expect(await faultOf('')).toBe('cut')
    expect(await faultOf(letters.slice(0, 1))).toBe('cut')
    // What a messenger puts behind it, or mail inside it, does no harm.
    expect((await decodeLink(`${letters}).`)).title).toBe('t')
    const quoted = ['=\r\n', '=%0D%0A', '\n> ', '%0A%3E%20']
    const unseen = ['\u00ad', '\u200b', '\u2060', '\u00a0', '%C2%AD', '%E2%80%8B', '%C2%A0', '%EF%BB%BF']
    for (const broken of ['\r\n ', '%0A', '%0d%0a%20', '%09', ...quoted, ...unseen])
      expect((await decodeLink(`${letters.slice(0, 9)}${broken}${letters.slice(9)}`)).title).toBe('t')
  })
})

test.each([
  'hello',
  'hello-world-this-is-no-link',
  '???',
  '%20',
  'Newspaper',
  'AAAAAAAAAAAAAAAAAAAA',
  '<script>',
])('%s never was a link', async (letters) => expect(await faultOf(letters)).toBe('foreign'))

describe('a hostile link', () => {
  test('with a checksum that is right is a conversation or a fault, whatever else was done to it', async () => {
    const [tree] = fc.sample(
      anyConversation.filter(({ messages }) => messages.size > 5),
      { numRuns: 1, seed: 5 },
    )
    const json = JSON.stringify(pack(shareConversation(tree!, all).shared))
    const packed = deflateRawSync(json)
    const change = fc.tuple(
      fc.nat(),
      fc.oneof(fc.uint8Array({ maxLength: 3 }), fc.constant(new Uint8Array())),
    )
    const changed = (bytes: Uint8Array, [at, put]: [number, Uint8Array]) => {
      const place = at % bytes.length
      return joined([bytes.subarray(0, place), put, bytes.subarray(place + 1)])
    }
    const piece = fc.constantFrom(
      '"',
      '[',
      '{',
      '}',
      ']',
      ',',
      ':',
      '0',
      '-1',
      '1e9',
      'null',
      'true',
      '"role":',
      '[[[',
    )
    const spliced = fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece).map(([at, length, letters]) => {
      const place = at % json.length
      return json.slice(0, place) + letters + json.slice(place + length)
    })
    const hostile = fc.oneof(
      change.map((one) => framed(changed(packed, one))),
      spliced.map((text) => framed(deflateRawSync(text))),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => framed(bytes, 0x12)),
      fc.jsonValue().map((value) => linkOf(JSON.stringify(value))),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (letters) => {
        const opened = decodeLink(letters).then((shared) => openShared(shared, opening))
        const read = await opened.catch((fault: unknown) => fault)
        if (!(read instanceof LinkFault)) expect(read).toHaveProperty('messages')
      }),
      { numRuns: 3000 },
    )
  })

  const good = (rest: unknown[]) => JSON.stringify(['t', {}, rest])
  const bad: Record<string, string> = {
    'no JSON': '[',
    'no list': '{"title":1}',
    'a number for a title': '[1,{},[]]',
    'a list for parameters': '["t",[],[]]',
    'no messages': '["t",{}]',
    'a message that is none': good([7]),
    'an unknown role': good([[9, 'x']]),
    'content of a strange kind': good([[2, { a: 1 }]]),
    'a part without a type': good([[2, [{ text: 'x' }]]]),
    'a parent after it': good([[2, 'x', -1]]),
    'a parent before all': good([[2, 'x', 5]]),
    'half a parent': good([[2, 'x', 0.5]]),
    'a live status': good([[2, 'x', 1, { status: 'streaming' }]]),
    'a run that is not there': good([[2, 'x', 1, { run: 4 }]]),
    'calls that are none': good([[3, 'x', 1, { tool_calls: [1] }]]),
    'a text that is none': good([[2, 'x', 1, { name: {} }]]),
    'a strange error': good([[3, 'x', 1, { error: { kind: 'x' } }]]),
    'runs that are none': JSON.stringify(['t', {}, [], 5]),
  }
  test.each(Object.entries(bad))('%s is unreadable', async (_name, text) => {
    expect(await faultOf(linkOf(text))).toBe('unreadable')
  })

  test('bombs are given up: of zeros, of brackets, of messages', async () => {
    expect(await faultOf(linkOf(`["${' '.repeat(60_000_000)}"]`))).toBe('too-large')
    expect(await faultOf(linkOf('['.repeat(7_000_000)))).toBe('unreadable')
    expect(await faultOf(linkOf(`["",{},[${'0,'.repeat(1_000_000)}0]]`))).toBe('too-large')
    expect(await faultOf(linkOf(`["${'\\"'.repeat(3_000_000)}`))).toBe('unreadable')
  })

  test('names that every object has are only names', async () => {
    const { parameters, messages } = await decodeLink(
      linkOf('["t",{"__proto__":{"polluted":1}},[[2,"x",1,{"extra":{"__proto__":{"polluted":1}}}]]]'),
    )
    expect('polluted' in parameters).toBe(false)
    expect(messages[0]!.extra).toHaveProperty(['__proto__'])
    expect('polluted' in {}).toBe(false)
  })
})

test('links that were given away once are read for ever', async () => {
  const parameters = { model: 'gpt-4o-mini', temperature: 0.7 }
  const known: SharedConversation = {
    title: 'Greeting',
    parameters,
    messages: [
      { role: 'user', content: 'Say hello.', status: 'done', parent: null },
      {
        role: 'assistant',
        content: 'Hello, 世界!',
        status: 'done',
        parent: 0,
        finish_reason: 'stop',
        run: { model: 'gpt-4o-mini', parameters },
      },
      { role: 'assistant', content: 'Hi.', status: 'stopped', parent: 0, chosen: true },
    ],
  }
  const plain = 'Ej4mzXc5i1ZyL0oFOhtUPONSj82lQHuCEytBbszJ14OGsgeIo6PwZMe051N7wBFmDBTM1FPSMQKajVrDYtTntbGxsQA'
  const sealed =
    'E260OT9IAAknwO_pBn73c_y8jM1npjUcI1sigiTssJRVYU9G4Zw-rBw670svV2Um6HJlhSW3oggWTmRRPRzXNLoPhhmdf0i1lDms7FaceA-jTuQiIuDym3aTHrReIe_Yx2fw7S8e2AqiCi2DHP0q4P_iZvs'
  expect(await decodeLink(plain)).toEqual(known)
  expect(await decodeLink(sealed, 'open sesame')).toEqual(known)
  // Another letter in the dictionary would change what all links say.
  expect(crc32(dictionary())).toBe(1390653371)
})
