import { expect, test } from 'vitest'
import { foldChunks } from './accumulate'
import { parseChunk } from './parseChunk'

/** The calls that come of these `delta.tool_calls`. */
const calls = (...pieces: unknown[]) =>
  foldChunks(
    pieces.flatMap(
      (tool_calls) => parseChunk(JSON.stringify({ choices: [{ delta: { tool_calls } }] })) ?? [],
    ),
  ).choices[0]?.tool_calls

const begun = { index: 0, id: 'a', type: 'function', function: { name: 'roll', arguments: '' } }

test('arguments are joined by index', () => {
  expect(
    calls(
      [begun],
      [{ index: 0, function: { arguments: '{"n"' } }],
      [{ index: 0, function: { arguments: ':1}' } }],
    ),
  ).toEqual([{ index: 0, id: 'a', type: 'function', function: { name: 'roll', arguments: '{"n":1}' } }])
})

test('null id, type and name in a later piece change nothing', () => {
  const later = { index: 0, id: null, type: null, function: { name: null, arguments: '{}' } }
  expect(calls([begun], [later])).toEqual([{ ...begun, function: { name: 'roll', arguments: '{}' } }])
})

test('without index, the same id goes on and another begins', () => {
  const piece = (id: string, text: string) => ({ id, function: { name: 'f', arguments: text } })
  expect(calls([piece('a', '1'), piece('b', '2')], [piece('a', '3')])).toMatchObject([
    { index: 0, id: 'a', function: { name: 'f', arguments: '13' } },
    { index: 1, id: 'b', function: { name: 'f', arguments: '2' } },
  ])
})

test('without id and index, the last call goes on', () => {
  expect(
    calls([begun], [{ function: { arguments: '{' } }], [{ function: { arguments: '}' } }]),
  ).toMatchObject([{ index: 0, function: { arguments: '{}' } }])
  expect(calls([{ function: { arguments: '1' } }])).toEqual([{ index: 0, function: { arguments: '1' } }])
})

test('without id and index, another name begins another call, and so does each named one of a list', () => {
  const whole = (name: string) => ({ function: { name, arguments: '{}' } })
  expect(calls([whole('a')], [whole('b')])?.map((call) => call.function?.name)).toEqual(['a', 'b'])
  expect(calls([whole('a'), whole('a')])).toHaveLength(2)
})

test('a name that comes again with each piece is not doubled; one in pieces is joined', () => {
  const piece = (name: string, text: string) => ({ index: 0, function: { name, arguments: text } })
  expect(calls([piece('roll', '{')], [piece('roll', '}')])).toMatchObject([
    { function: { name: 'roll', arguments: '{}' } },
  ])
  expect(calls([piece('get_', '')], [piece('weather', '')])).toMatchObject([
    { function: { name: 'get_weather' } },
  ])
})

test('an id made up for each piece does not tear a call apart', () => {
  const piece = (id: string) => ({ index: 0, id, function: { arguments: '1' } })
  expect(calls([begun], [piece('x')], [piece('y')])).toMatchObject([
    { id: 'a', function: { arguments: '11' } },
  ])
})

test('two named calls with one index and two ids stay two, and later pieces go to the second', () => {
  const other = { ...begun, id: 'b' }
  const result = calls([begun], [other], [{ index: 0, function: { arguments: '2' } }])
  expect(result).toMatchObject([
    { index: 0, id: 'a' },
    { index: 1, id: 'b', function: { arguments: '2' } },
  ])
})

test('indexes with gaps and out of order', () => {
  expect(calls([{ index: 3, id: 'd' }], [{ index: 1, id: 'b' }])?.map(({ index }) => index)).toEqual([1, 3])
})

test('arguments as an object become text', () => {
  expect(calls([{ index: 0, function: { name: 'f', arguments: { n: [1] } } }])).toMatchObject([
    { function: { arguments: '{"n":[1]}' } },
  ])
})

test('custom tools join their input; a single call without its list is understood; nonsense is passed over', () => {
  const custom = (input: string) => ({ index: 0, type: 'custom', custom: { name: 'sql', input } })
  expect(calls([custom('SELECT ')], [custom('1')])).toMatchObject([
    { custom: { name: 'sql', input: 'SELECT 1' } },
  ])
  expect(calls({ id: 'a' })).toEqual([{ index: 0, id: 'a' }])
  expect(calls([null, 1, 'x'])).toEqual([])
})
