import { describe, expect, test } from 'vitest'
import { createRecorder, mostBody, mostBytes } from './createRecorder'
import { facts, recorded, request } from './fixtures/flights'

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a record holds what was sent, and each read with its time', () => {
  const flight = recorded(['data: 1\n\n', 'data: 2\n\n'])
  expect(flight).toMatchObject({ ...facts, request, ending: 'done', ended: 120 })
  expect(flight.response).toMatchObject({ at: 50, status: 200 })
  expect(flight.reads).toEqual([
    [100, 9],
    [110, 9],
  ])
  expect(textOf(flight.bytes)).toBe('data: 1\n\ndata: 2\n\n')
})

test('what was never sent leaves no record', () => {
  const recorder = createRecorder(facts, [])
  recorder.ended('failed')
  expect(recorder.flight()).toBeUndefined()
})

describe('a secret', () => {
  const key = 'geheim/"ß"/1234'

  test.each([
    ['as it is', key],
    ['in JSON', JSON.stringify(key)],
    ['in JSON with slashes escaped', JSON.stringify(key).replaceAll('/', '\\/')],
    ['in an address', encodeURIComponent(key)],
  ])('that a server quotes %s is masked, and nothing moves', (_how, quoted) => {
    const text = `data: before ${quoted} after ${quoted}\n\n`
    const whole = new TextEncoder().encode(text)
    for (const cut of [10, 18, 24]) {
      const flight = recorded([whole.slice(0, cut), whole.slice(cut)], { secrets: [key] })
      expect(flight.bytes).toHaveLength(whole.length)
      expect(textOf(flight.bytes)).toMatch(/^data: before "?\*+"? after "?\*+"?\n\n$/)
      expect(flight.reads[0]![1]).toBe(cut)
    }
  })

  test('is masked in the body, the address, and the headers of the answer', () => {
    const recorder = createRecorder(facts, ['abcd1234'])
    recorder.sent({ ...request, url: 'https://a.example/?x=abcd1234', body: '"abcd1234"' })
    recorder.answered({
      status: 401,
      statusText: 'abcd1234',
      headers: new Headers({ 'x-echo': 'abcd1234', 'x-other': 'Bearer sk-abc***xyz' }),
    })
    recorder.read(new TextEncoder().encode('abcd1234'))
    const flight = recorder.flight()!
    expect(JSON.stringify({ ...flight, bytes: textOf(flight.bytes) })).not.toContain('abcd1234')
    expect(JSON.stringify(flight.response)).not.toContain('xyz')
  })

  test('of three letters is none', () => {
    expect(textOf(recorded(['a cat'], { secrets: ['cat', ''] }).bytes)).toBe('a cat')
  })
})

test('one record is limited, and says what it leaves out', () => {
  const recorder = createRecorder(facts, [])
  recorder.sent({ ...request, body: 'x'.repeat(mostBody + 5) })
  recorder.read(new Uint8Array(mostBytes - 1))
  recorder.read(new Uint8Array(2))
  recorder.read(new Uint8Array(1))
  const flight = recorder.flight()!
  expect(flight.request.body).toHaveLength(mostBody)
  expect(flight).toMatchObject({ bodyLeftOut: 5, bytesLeftOut: 3 })
  expect(flight.bytes).toHaveLength(mostBytes - 1)
  expect(flight.ending).toBeUndefined()
})
