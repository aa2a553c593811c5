import { expect, test } from 'vitest'
import { choiceOf, toolNames } from './tools'

const tools = [
  { type: 'function', function: { name: 'get_weather' } },
  { type: 'custom', custom: { name: 'run' } },
  { type: 'function', function: {} },
  'nothing',
  null,
]

test('tools are known by their names', () => {
  expect(toolNames(tools)).toEqual([
    { name: 'get_weather', type: 'function' },
    { name: 'run', type: 'custom' },
  ])
  expect(toolNames(undefined)).toEqual([])
})

test('a name chooses the tool of that name, and else a function that is to come', () => {
  expect(choiceOf('get_weather', tools)).toEqual({ type: 'function', function: { name: 'get_weather' } })
  expect(choiceOf('run', tools)).toEqual({ type: 'custom', custom: { name: 'run' } })
  expect(choiceOf('other', tools)).toEqual({ type: 'function', function: { name: 'other' } })
})
