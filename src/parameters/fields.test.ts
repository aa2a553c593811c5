import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { t } from '../words/rooms'
import { type Field, type LeftOut, fieldNames, fields, isOffered } from './fields'

/** The names of the request's fields, read out of the text of the official types. */
function officialNames(): string[] {
  const openai = dirname(createRequire(import.meta.url).resolve('openai'))
  const types = readFileSync(join(openai, 'resources/chat/completions/completions.d.ts'), 'utf8')
  const body = /^export interface ChatCompletionCreateParamsBase \{\n(.*?)^\}/ms.exec(types)?.[1] ?? ''
  return [...body.matchAll(/^ {4}(\w+)\??:/gm)].map(([, name]) => name!)
}

const official = officialNames()
const table: Record<string, Field | LeftOut> = fields

test('the official types can be read', () => {
  expect(official).toContain('messages')
  expect(official).toContain('web_search_options')
  expect(official.length).toBeGreaterThan(30)
})

test.each(official.filter((name) => name !== 'messages'))(
  '%s is offered, or left out with a reason',
  (name) => {
    expect(table).toHaveProperty(name)
    const entry = table[name]!
    if ('leftOut' in entry) expect(entry.leftOut).toMatch(/\w+ \w+/)
    else expect(entry.control).toMatch(/\w/)
    expect(isOffered(name)).toBe('control' in entry)
  },
)

test('nothing is offered that the API does not have', () => {
  expect(Object.keys(fields).filter((name) => !official.includes(name))).toEqual([])
  expect(isOffered('top_k')).toBe(false)
  expect(isOffered('constructor')).toBe(false)
})

test.each([...fieldNames])('%s says what it does', (name) => {
  expect(t.parameters.about[name]).toMatch(/\w/)
})
