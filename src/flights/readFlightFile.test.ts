import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isObject } from '../protocol/isObject'
import { delta, recorded } from './fixtures/flights'
import { program } from './program'
import { createReplay, readFlight } from './readFlight'
import { readFlightEvents } from './readFlightEvents'
import { FlightFault, readFlightFile } from './readFlightFile'
import { timelineOf } from './timelineOf'
import { writeFlight, writeHAR } from './writeFlight'

const refused = recorded(['{"error":{"message":"no"}}'], { status: 401, type: 'application/json' })
const flights = [
  recorded([delta('Hel'), delta('lo'), 'data: [DONE]\n\n']),
  recorded([Uint8Array.of(0xff, 10, 0, 0xc3)]),
  { ...recorded([]), response: null, attempt: 2, ending: 'stopped' as const },
  { ...refused, error: { kind: 'rejected' as const, message: 'no', status: 401, code: 'x' } },
]

test.each(flights)('a record that was written is read as it was', (flight) => {
  expect(readFlightFile(JSON.parse(writeFlight(flight)))).toEqual(flight)
})

describe('what is wrong is named', () => {
  const whole = JSON.parse(writeFlight(flights[0]!))
  const faultOf = (json: unknown) => {
    try {
      readFlightFile(json)
    } catch (error) {
      return error instanceof FlightFault ? [error.kind, error.field] : error
    }
    return undefined
  }

  test.each([
    ['unknown', '', []],
    ['unknown', '', { ...whole, format: 'parley' }],
    ['newer', '', { ...whole, version: 2 }],
    ['wrong', 'run', { ...whole, run: 1 }],
    ['wrong', 'started', { ...whole, started: 1e300 }],
    ['wrong', 'request', { ...whole, request: null }],
    ['wrong', 'request.headers', { ...whole, request: { ...whole.request, headers: [['a']] } }],
    ['wrong', 'response.headers', { ...whole, response: { ...whole.response, headers: [['a b', 'c']] } }],
    ['wrong', 'response.headers', { ...whole, response: { ...whole.response, statusText: 'a\nb' } }],
    [
      'wrong',
      'reads[1]',
      {
        ...whole,
        reads: [
          [100, 1],
          [50, 1],
        ],
      },
    ],
    ['wrong', 'reads', { ...whole, reads: [[100, 1]] }],
    ['wrong', 'body', { ...whole, body: '?', bodyEncoding: 'base64' }],
    ['wrong', 'error.kind', { ...whole, error: { kind: 'odd', message: '' } }],
  ])('%s %s', (kind, field, json) => {
    expect(faultOf(json)).toEqual([kind, field])
  })
})

/** Everything that shows a record, or writes it down. */
async function shown(json: unknown): Promise<void> {
  const flight = readFlightFile(json)
  const events = readFlightEvents(flight)
  const { rates, length } = timelineOf(flight, events, 7)
  expect([...rates, length].every(Number.isFinite)).toBe(true)
  const { steps } = await readFlight(flight)
  createReplay(steps)(steps.length)
  writeHAR(flight, program)
  expect(readFlightFile(JSON.parse(writeFlight(flight)))).toEqual(flight)
}

/** JSON with one value of it, at any place, put in the place of another, or taken away. */
function damaged(json: unknown, at: number, value: unknown): unknown {
  let left = at
  const walk = (one: unknown): unknown => {
    if (left-- === 0) return value
    if (Array.isArray(one)) return one.map(walk)
    if (!isObject(one)) return one
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]))
  }
  return walk(json)
}

test('a damaged record has a fault with a name, or can be shown, replayed and written again', async () => {
  const odd = fc.oneof(
    fc.constantFrom(undefined, null, -1, 0.5, 1e308, Infinity, '', 'x', '\ud800', [], {}, [[]], true),
    fc.json().map((text): unknown => JSON.parse(text)),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...flights), fc.nat(60), odd, async (flight, at, value) => {
      const json = damaged(JSON.parse(writeFlight(flight)), at, value)
      await shown(json).catch((error: unknown) => expect(error).toBeInstanceOf(FlightFault))
    }),
    { numRuns: 1000 },
  )
})
