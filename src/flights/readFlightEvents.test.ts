import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAt, recording, recordings } from '../protocol/fixtures/pieces'
import { delta, recorded } from './fixtures/flights'
import { readFlightEvents } from './readFlightEvents'
import { type FlightStep, createReplay, readFlight } from './readFlight'

const replyOf = (steps: readonly FlightStep[]) => createReplay(steps)(steps.length)

const stream = [
  ': keep-alive\n\n',
  'retry: 3000\n\n',
  delta('Hel'),
  'event: ping\ndata: {"choices":[]}\n\n',
  delta('lo'),
  'event: error\ndata: no\n\n',
  'data: [DONE]\n\n',
]

test('every event is told apart, with its time and its words', () => {
  const events = readFlightEvents(recorded(stream))
  expect(events.map(({ kind, words }) => [kind, words])).toEqual([
    ['comment', ''],
    ['field', ''],
    ['chunk', 'Hel'],
    ['chunk', ''],
    ['chunk', 'lo'],
    ['error', ''],
    ['done', ''],
  ])
  expect(events.map(({ at }) => at)).toEqual([100, 110, 120, 130, 140, 150, 160])
  expect(events[3]!.raw).toBe('event: ping\ndata: {"choices":[]}')
})

test.each(['\r\n', '\r'])('lines may end with %j, and a mark may stand before all', (newline) => {
  const text = `\uFEFF${stream.join('')}`.replaceAll('\n', newline)
  const whole = readFlightEvents(recorded(stream)).map(({ kind, raw, words }) => ({ kind, raw, words }))
  const events = readFlightEvents(recorded([text]))
  expect(events.map(({ kind, raw, words }) => ({ kind, raw: raw.replaceAll(newline, '\n'), words }))).toEqual(
    whole,
  )
})

test('an event that comes in two reads came with the second', () => {
  const [one, two] = [delta('Hello').slice(0, 20), delta('Hello').slice(20)]
  expect(readFlightEvents(recorded([one, two]))).toMatchObject([{ at: 110, words: 'Hello' }])
})

test('what lacks its blank line is half', () => {
  const events = readFlightEvents(recorded([delta('a'), 'data: {"cho']))
  expect(events[1]).toMatchObject({ kind: 'other', isHalf: true, raw: 'data: {"cho' })
  expect(events[0]).not.toHaveProperty('isHalf')
})

test('a body that is no stream is one event', () => {
  const answer = JSON.stringify({ choices: [{ message: { content: 'Hi' } }] })
  const type = 'application/json'
  expect(readFlightEvents(recorded([answer], { type }))).toMatchObject([{ kind: 'body', words: 'Hi' }])
  const error = '{"error":{"message":"no"}}'
  expect(readFlightEvents(recorded([error], { type, status: 401 }))).toMatchObject([
    { kind: 'error', raw: error },
  ])
  expect(readFlightEvents(recorded([]))).toEqual([])
})

describe.each(recordings)('%s, cut anyhow,', (name) => {
  const bytes = new TextEncoder().encode(recording(name))
  const whole = recorded([bytes])

  test('has the same events, and folds to the same message', async () => {
    const events = readFlightEvents(whole).map(({ raw }) => raw)
    const first = await readFlight(whole)
    const places = fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        const flight = recorded(cutAt(bytes, cuts))
        expect(readFlightEvents(flight).map(({ raw }) => raw)).toEqual(events)
        const { steps, error } = await readFlight(flight)
        expect(replyOf(steps)).toEqual(replyOf(first.steps))
        expect(error?.toRecord()).toEqual(first.error?.toRecord())
      }),
      { numRuns: 25 },
    )
  })
})

test('every letter of a stream stands in an event, whatever the stream', () => {
  const line = fc.constantFrom('data: {}', ': c', 'id: 1', '', '', 'data: ä', 'junk')
  const newline = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(fc.array(line), newline, (lines, end) => {
      const text = `data: 1${end}${lines.join(end)}`
      const kept = readFlightEvents(recorded([text])).map(({ raw }) => raw.split(end))
      expect(kept.flat()).toEqual(text.split(end).filter(Boolean))
    }),
  )
})

describe('read again, a record ends', () => {
  test('without an error where the reader stopped it', async () => {
    const { steps, error } = await readFlight(recorded([delta('a'), 'data: {"ch'], { ending: 'stopped' }))
    expect(replyOf(steps).choices[0]!.content).toBe('a')
    expect(error).toBeUndefined()
  })

  test('with the error that it ended with', async () => {
    expect((await readFlight(recorded([delta('a')], { ending: 'failed' }))).error?.kind).toBe('cut-off')
    const refused = recorded(['{"error":{"message":"no"}}'], { status: 429, ending: 'failed' })
    expect((await readFlight(refused)).error?.toRecord()).toMatchObject({ message: 'no', status: 429 })
  })

  test('with the times of its reads', async () => {
    const { steps } = await readFlight(recorded([delta('a'), delta('b')], { ending: 'stopped' }))
    expect(steps.map(({ at }) => at)).toEqual([100, 110])
  })
})

test('a replay folds each step once on its way forward, and gives at any place what its steps make', () => {
  let read = 0
  const steps = Array.from({ length: 30 }, (_, at): FlightStep => {
    const chunks: FlightStep['chunks'] = [{ choices: [{ index: 0, delta: { content: `${at} ` } }] }]
    return {
      at,
      get chunks() {
        read++
        return chunks
      },
    }
  })
  const replay = createReplay(steps)
  for (let come = 0; come <= 30; come++) replay(come)
  expect(read).toBe(30)
  for (const come of [7, 7, 3, 30, 0]) expect(replay(come)).toEqual(replyOf(steps.slice(0, come)))
})
