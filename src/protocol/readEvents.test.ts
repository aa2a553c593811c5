import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { bodyOf } from './fixtures/pieces'
import { eventsOf, readEvents, type ServerSentEvent } from './readEvents'

async function collect(events: AsyncIterable<ServerSentEvent[]>) {
  const batches: ServerSentEvent[][] = []
  for await (const batch of events) batches.push(batch)
  return batches
}

const read = (...pieces: string[]) => collect(readEvents(bodyOf(pieces).body))

afterEach(() => {
  vi.useRealTimers()
})

describe('the format', () => {
  test('one array for each read that brought an event', async () => {
    expect(await read('data: a\n\ndata: b\n\nda', 'ta: c', '\n\n')).toEqual([
      [{ data: 'a' }, { data: 'b' }],
      [{ data: 'c' }],
    ])
  })

  test('several lines of data, names, ids, comments, unknown fields, and events without data', async () => {
    const text =
      ': wait\n\nevent: delta\nid: 7\ndata: a\ndata:b\nretry: 5\nfoo: bar\n\nevent: ping\n\ndata\n\ndata: c\n\n'
    expect(await read(text)).toEqual([[{ data: 'a\nb', event: 'delta', id: '7' }, { data: 'c' }]])
  })

  test('a last event without its blank line is kept, and marked', async () => {
    expect(await read('data: a\n\ndata: b')).toEqual([[{ data: 'a' }], [{ data: 'b', unterminated: true }]])
    expect(await read('data: b\r')).toEqual([[{ data: 'b', unterminated: true }]])
    expect(await read('data: b\r\n')).toEqual([[{ data: 'b', unterminated: true }]])
  })

  test('half a character at the end is a replacement character', async () => {
    const { body } = bodyOf([Uint8Array.of(...new TextEncoder().encode('data: a'), 0xf0, 0x9f)])
    expect(await collect(readEvents(body))).toEqual([[{ data: 'a\uFFFD', unterminated: true }]])
  })

  test('a line without end is garbled, after what came before it', async () => {
    const seen: ServerSentEvent[][] = []
    const reading = async () => {
      const bytes = bodyOf([
        'data: a\n\n',
        ...Array.from({ length: 20 }, () => `data: ${'x'.repeat(100)}`),
      ]).body
      for await (const batch of eventsOf(bytes, undefined, 1000)) seen.push(batch)
    }
    await expect(reading()).rejects.toMatchObject({ kind: 'garbled' })
    expect(seen).toEqual([[{ data: 'a' }]])
  })
})

describe('an ending', () => {
  test('a connection that breaks is cut off, after what came, with its cause', async () => {
    const cause = new TypeError('terminated')
    const { body } = bodyOf(['data: a\n\ndata: b\n'], cause)
    const seen: ServerSentEvent[] = []
    const reading = async () => {
      for await (const batch of readEvents(body)) seen.push(...batch)
    }
    await expect(reading()).rejects.toMatchObject({ kind: 'cut-off', cause })
    expect(seen).toEqual([{ data: 'a' }, { data: 'b', unterminated: true }])
  })

  test('who stops listening hangs up', async () => {
    const { body, seen } = bodyOf(['data: a\n\n'], 'open')
    for await (const batch of readEvents(body)) {
      expect(batch).toHaveLength(1)
      break
    }
    expect(seen.cancelled).toBe(true)
  })

  test('an abort ends it without an error, while it waits, and leaves no listener', async () => {
    const { signal, abort } = control()
    const { body, seen } = bodyOf(['data: a\n\ndata: half'], 'open')
    const reading = collect(readEvents(body, { signal }))
    setTimeout(abort, 5)
    expect(await reading).toEqual([[{ data: 'a' }]])
    expect(seen.cancelled).toBe(true)
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('an abort that also fails the body, as that of fetch does, is no error either', async () => {
    const { signal, abort } = control()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => signal.addEventListener('abort', () => controller.error(signal.reason)),
    })
    const reading = collect(readEvents(body, { signal }))
    abort()
    expect(await reading).toEqual([])
  })

  test('a signal that was aborted before reads nothing, and hangs up', async () => {
    const { body, seen } = bodyOf(['data: a\n\n'], 'open')
    expect(await collect(readEvents(body, { signal: AbortSignal.abort() }))).toEqual([])
    expect(seen.cancelled).toBe(true)
  })
})

describe('a stall', () => {
  test('no byte for the time that was set is an error that says the seconds', async () => {
    vi.useFakeTimers()
    const { body, seen } = bodyOf(['data: a\n\n'], 'open')
    const reading = collect(readEvents(body, { stallMs: 30_000 }))
    const failing = expect(reading).rejects.toMatchObject({ kind: 'stalled', evidence: { seconds: 30 } })
    await vi.advanceTimersByTimeAsync(30_000)
    await failing
    expect(seen.cancelled).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a comment is a sign of life', async () => {
    vi.useFakeTimers()
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (const text of [': wait\n\n', ': wait\n\n', 'data: a\n\n']) {
          await new Promise((resolve) => setTimeout(resolve, 900))
          controller.enqueue(encoder.encode(text))
        }
        controller.close()
      },
    })
    const reading = collect(readEvents(body, { stallMs: 1000 }))
    await vi.advanceTimersByTimeAsync(3000)
    expect(await reading).toEqual([[{ data: 'a' }]])
  })

  test('the time that the reader takes does not count', async () => {
    vi.useFakeTimers()
    const events = readEvents(bodyOf(['data: a\n\n', 'data: b\n\n']).body, { stallMs: 1000 })
    await events.next()
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await events.next()).value).toEqual([{ data: 'b' }])
    await events.return()
  })
})

function control() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

describe('much at once', () => {
  const events = (count: number) => Array.from({ length: count }, (_, n) => `data: ${n}\n\n`).join('')

  test('is read in slices, whole and in order', async () => {
    const batches = await read(events(20_000))
    expect(batches.length).toBeGreaterThan(1)
    expect(batches.flat()).toEqual(Array.from({ length: 20_000 }, (_, n) => ({ data: `${n}` })))
  })

  test('lets others have the page in between', async () => {
    const turns: string[] = []
    setImmediate(() => turns.push('others'))
    for await (const _ of readEvents(bodyOf([events(20_000)]).body)) {
      const end = performance.now() + 20
      while (performance.now() < end);
      turns.push('read')
    }
    expect(turns.indexOf('others')).toBeGreaterThan(-1)
    expect(turns.indexOf('others')).toBeLessThan(turns.lastIndexOf('read'))
  })

  test('can be hung up on in between', async () => {
    const hangUp = new AbortController()
    const batches: ServerSentEvent[][] = []
    for await (const batch of readEvents(bodyOf([events(20_000)]).body, { signal: hangUp.signal })) {
      batches.push(batch)
      hangUp.abort()
    }
    expect(batches).toHaveLength(1)
  })
})
