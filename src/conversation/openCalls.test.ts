import { expect, test } from 'vitest'
import { message } from './fixtures/trees'
import { openCalls } from './openCalls'

const asks = (id: string, ...calls: string[]) =>
  message(id, null, {
    role: 'assistant',
    tool_calls: calls.map((call, index) => ({ index, id: call, function: { name: `${call}!` } })),
  })
const answers = (id: string, tool_call_id: string) => message(id, null, { role: 'tool', tool_call_id })
const ids = (...given: Parameters<typeof openCalls>) => openCalls(...given).map(({ id }) => id)

test('calls wait until they are answered, the nearest first', () => {
  const path = [asks('a', 'x', 'y'), answers('b', 'x'), asks('c', 'z', 'w')]
  expect(openCalls(path)).toEqual([
    { id: 'z', name: 'z!' },
    { id: 'w', name: 'w!' },
    { id: 'y', name: 'y!' },
  ])
})

test('an answer that is being edited does not count, one further down does', () => {
  const path = [asks('a', 'x', 'y'), answers('b', 'x'), answers('c', 'y'), asks('d', 'z')]
  expect(ids(path, 1)).toEqual(['x'])
  expect(ids(path.slice(0, 1))).toEqual(['x', 'y'])
})

test('an id that is used again waits again', () => {
  expect(ids([asks('a', 'x'), answers('b', 'x'), asks('c', 'x')])).toEqual(['x'])
})

test('what is muted neither asks nor answers', () => {
  expect(
    ids([{ ...asks('a', 'x'), muted: true }, asks('b', 'y'), { ...answers('c', 'y'), muted: true }]),
  ).toEqual(['y'])
})
