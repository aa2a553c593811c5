import { describe, expect, test } from 'vitest'
import { delta, recorded, request } from './fixtures/flights'
import { packFlight, unpackFlight } from './packFlight'
import { readFlightEvents } from './readFlightEvents'
import { timelineOf } from './timelineOf'
import { writeFlight, writeHAR } from './writeFlight'

const flight = recorded([delta('Hel'), delta('lo'), 'data: [DONE]\n\n'])
const app = { name: 'Parley', version: '1' }

describe('packed and unpacked', () => {
  test.each([
    ['a stream', flight],
    ['bytes that are no text', recorded([Uint8Array.of(0xff, 10, 0, 0xc3)])],
    ['nothing', recorded([])],
  ])('%s is the same', async (_what, one) => {
    expect(await unpackFlight(await packFlight(one))).toEqual(one)
  })

  test('a long stream is a fraction of itself', async () => {
    const long = recorded(Array.from({ length: 2000 }, (_, at) => delta(`word ${at}`)))
    expect((await packFlight(long)).data.length).toBeLessThan(long.bytes.length / 5)
  })

  test('what cannot be read is nothing', async () => {
    expect(await unpackFlight({ data: Uint8Array.of(1, 2, 3), packing: 'deflate-raw' })).toBeUndefined()
    expect(await unpackFlight({ data: Uint8Array.of(1, 2, 3), packing: 'none' })).toBeUndefined()
  })
})

test('as JSON it has all of it, and the events beside', () => {
  const json: unknown = JSON.parse(writeFlight(flight))
  expect(json).toMatchObject({
    format: 'parley-flight',
    version: 1,
    request,
    response: { status: 200 },
    reads: [
      [100, expect.any(Number)],
      [110, expect.any(Number)],
      [120, expect.any(Number)],
    ],
    body: `${delta('Hel')}${delta('lo')}data: [DONE]\n\n`,
    events: [{ kind: 'chunk', at: 100 }, { kind: 'chunk' }, { kind: 'done', raw: 'data: [DONE]' }],
  })
})

describe('as an HTTP archive', () => {
  /** Fields that version 1.2 asks for, by object. */
  const wanted = {
    entry: ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'],
    request: 'method url httpVersion cookies headers queryString headersSize bodySize postData'.split(' '),
    response: 'status statusText httpVersion cookies headers content redirectURL headersSize bodySize'.split(
      ' ',
    ),
    timings: ['send', 'wait', 'receive'],
  }
  const entryOf = (one: typeof flight) => JSON.parse(writeHAR(one, app)).log.entries[0]

  test('it has what the standard asks for, and times that add up', () => {
    const { log } = JSON.parse(writeHAR(flight, app))
    expect(log).toMatchObject({ version: '1.2', creator: app })
    const [entry] = log.entries
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(wanted.entry))
    expect(Object.keys(entry.request)).toEqual(expect.arrayContaining(wanted.request))
    expect(Object.keys(entry.response)).toEqual(expect.arrayContaining(wanted.response))
    expect(Object.keys(entry.timings)).toEqual(expect.arrayContaining(wanted.timings))
    const { send, wait, receive } = entry.timings
    expect(send + wait + receive).toBe(entry.time)
    expect(new Date(entry.startedDateTime).getTime()).toBe(flight.started)
    expect(entry.request.queryString).toEqual([{ name: 'api-version', value: '1' }])
    expect(entry.request.postData).toMatchObject({ mimeType: 'application/json', text: request.body })
    expect(entry.response.content).toMatchObject({ size: flight.bytes.length, mimeType: 'text/event-stream' })
    expect(entry).toMatchObject({ _eventTimes: [100, 110, 120] })
  })

  test('bytes that are no text stand in base64, and no answer has the status 0', () => {
    const content = entryOf(recorded([Uint8Array.of(0xff, 0xfe)])).response.content
    expect(content).toMatchObject({ encoding: 'base64', text: '//4=', size: 2 })
    expect(entryOf({ ...flight, response: null, reads: [] }).response).toMatchObject({
      status: 0,
      headers: [],
    })
  })
})

describe('the timeline', () => {
  const spread = recorded([': wait\n\n', delta('Hel'), delta('lo wor'), delta('ld'), 'data: [DONE]\n\n'])
  const events = readFlightEvents(spread)

  test('knows the first byte, the first words, and the longest silence', () => {
    expect(timelineOf(spread, events)).toMatchObject({
      length: 150,
      headers: 50,
      firstByte: 100,
      firstWords: 110,
      lastWords: 130,
      usualGap: 10,
      longestGap: { from: 100, to: 110 },
      unit: 'pieces',
    })
  })

  test('holds every piece, or every token where they were counted', () => {
    const sum = ({ rates }: { rates: number[] }) =>
      rates.reduce((all, rate) => all + rate, 0) * (150 / rates.length / 1000)
    expect(sum(timelineOf(spread, events))).toBeCloseTo(3)
    expect(sum(timelineOf(spread, events, 22))).toBeCloseTo(22)
  })

  test('of nothing is empty', () => {
    const none = timelineOf({ response: null, reads: [] }, [])
    expect(none).toMatchObject({ length: 0, unit: 'pieces' })
    expect(none).not.toHaveProperty('firstByte')
  })
})
