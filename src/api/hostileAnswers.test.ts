import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readModels } from './listModels'
import { ChatError } from '../protocol/ChatError'
import { createReplyBuilder } from '../protocol/accumulate'
import { bodyOf, cutAt, recording, recordings } from '../protocol/fixtures/pieces'
import { readText } from '../protocol/readBytes'
import { readErrorResponse } from '../protocol/readErrorResponse'
import { readResponse } from '../protocol/readResponse'

/** What became of an answer: the reply it made, and the error it ended with. */
async function read(pieces: Iterable<Uint8Array>, type: string) {
  const builder = createReplyBuilder()
  const response = new Response(bodyOf(pieces).body, { headers: { 'content-type': type } })
  try {
    for await (const { chunks } of readResponse(response)) for (const chunk of chunks) builder.add(chunk)
  } catch (error) {
    return { reply: builder.reply(), error }
  }
  return { reply: builder.reply(), error: null }
}

const contentOf = ({ reply }: Awaited<ReturnType<typeof read>>) =>
  reply.choices.map(({ content }) => content).join('\n')

/** Values that stand where another is expected. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('__proto__', 'constructor', '[DONE]', '\u0000', '\ud800', 1e308, -1, '9'.repeat(400)),
)

/** JSON with something in it put in the place of something else, taken out, or doubled. */
function mutated(value: unknown, place: number, other: unknown): unknown {
  let at = 0
  const walk = (one: unknown): unknown => {
    if (at++ === place) return other
    if (Array.isArray(one)) return one.flatMap((item) => (at === place ? [item, walk(item)] : [walk(item)]))
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, walk(item)]))
  }
  return walk(value)
}

describe.each(recordings)('%s', (name) => {
  const whole = new TextEncoder().encode(recording(name))

  test('closed after any of its bytes it says so, or is whole, and nothing is made up', async () => {
    const all = contentOf(await read([whole], 'text/event-stream'))
    const lengths = Array.from({ length: whole.length }, (_, at) => at)
    for (const length of lengths) {
      const outcome = await read([whole.subarray(0, length)], 'text/event-stream')
      if (outcome.error) expect(outcome.error).toBeInstanceOf(ChatError)
      for (const said of contentOf(outcome).split('\n')) expect(all).toContain(said)
    }
  })

  test('with anything in it changed it is an answer or a ChatError, and can be kept', async () => {
    const lines = recording(name).split('\n')
    const places = fc.record({
      line: fc.nat(lines.length - 1),
      place: fc.nat(30),
      other: odd,
      cut: fc.nat(whole.length),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(places, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = [...lines]
        for (const { line, place, other } of changes)
          changed[line] = changed[line]!.replace(/^(data: ?)(\{.*)$/, (_, front: string, json: string) => {
            try {
              return front + JSON.stringify(mutated(JSON.parse(json), place, other))
            } catch {
              return front + json.slice(0, place)
            }
          })
        const bytes = new TextEncoder().encode(changed.join('\n'))
        const { reply, error } = await read(
          cutAt(
            bytes,
            changes.map(({ cut }) => cut),
          ),
          'text/event-stream',
        )
        if (error) expect(error).toBeInstanceOf(ChatError)
        expect(structuredClone(reply)).toEqual(reply)
        expect(typeof Object.prototype.toString).toBe('function')
        for (const { content } of reply.choices) expect(typeof content).toBe('string')
      }),
      { numRuns: 150 },
    )
  })
})

test('any bytes under any type are an answer or a ChatError', async () => {
  const type = fc.constantFrom('text/event-stream', 'application/json', 'text/html', 'text/plain', '')
  const piece = fc.oneof(
    fc.uint8Array(),
    fc
      .constantFrom(
        'data: ',
        '\n\n',
        '\r',
        '{"choices":[',
        '[DONE]',
        '<!doctype html>',
        'event: error\n',
        ': \n',
        '\ufeff',
      )
      .map((text) => new TextEncoder().encode(text)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), type, async (pieces, of) => {
      const { error } = await read(pieces, of)
      if (error) expect(error).toBeInstanceOf(ChatError)
    }),
    { numRuns: 1000 },
  )
})

test('any body of an error becomes a ChatError with words, whatever its type', async () => {
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    odd.map((value) => JSON.stringify(value)),
    fc
      .record({ error: odd, message: odd, detail: odd }, { requiredKeys: [] })
      .map((value) => JSON.stringify(value)),
    fc
      .record({ error: fc.record({ message: odd, code: odd, param: odd, type: odd }) })
      .map((value) => JSON.stringify(value)),
    fc.string().map((text) => `<html><title>${text}</title><p>${text}`),
  )
  await fc.assert(
    fc.asyncProperty(
      body,
      fc.constantFrom(400, 401, 404, 413, 422, 429, 500, 502, 529),
      async (text, status) => {
        const error = await readErrorResponse(new Response(text, { status }))
        expect(error).toBeInstanceOf(ChatError)
        expect(error.message).toMatch(/\S/)
        expect(error.evidence.status).toBe(status)
        expect(structuredClone(error.evidence)).toEqual(error.evidence)
      },
    ),
    { numRuns: 300 },
  )
})

test('any list of models is a list with names, or a ChatError', () => {
  const entry = fc.oneof(
    odd,
    fc.record({ id: odd, name: odd, model: odd, pricing: odd, context_length: odd }),
  )
  const body = fc.oneof(
    fc.string(),
    fc
      .oneof(fc.array(entry), fc.record({ data: fc.array(entry) }), odd)
      .map((value) => JSON.stringify(value)),
  )
  fc.assert(
    fc.property(body, (text) => {
      try {
        for (const { id } of readModels(text)) expect(id).toMatch(/[^]/)
      } catch (error) {
        expect(error).toBeInstanceOf(ChatError)
      }
    }),
    { numRuns: 1000 },
  )
})

test('a text without end is given up, and so is a body of blanks', async () => {
  const endless = (letter: string) =>
    (function* () {
      for (;;) yield new TextEncoder().encode(letter.repeat(10_000))
    })()
  const bytes = async function* () {
    yield* endless('x')
  }
  await expect(readText(bytes(), 100_000)).rejects.toMatchObject({ kind: 'garbled' })
  const blanks = Array.from({ length: 20 }, () => new TextEncoder().encode(' '.repeat(10_000)))
  expect((await read(blanks, 'application/json')).error).toMatchObject({ kind: 'cut-off' })
})
