import { Validator } from '@cfworker/json-schema'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversation, message } from '../conversation/fixtures/trees'
import { type Tree, toTree, visiblePath } from '../conversation/Tree'
import { anyConversation } from '../links/fixtures/anyShared'
import { FileFault } from './FileFault'
import { readParleyFile } from './readParleyFile'
import { writeParleyFile } from './writeParleyFile'

const schemaPath = join(import.meta.dirname, '../../docs/parley-file.schema.json')
const schema = new Validator(JSON.parse(readFileSync(schemaPath, 'utf8')), '2020-12')

const treesOf = (text: string) => readParleyFile(text).conversations.map(({ tree }) => tree)
const faultOf = (text: string) => {
  try {
    return readParleyFile(text).faults.map(String)
  } catch (error) {
    return error instanceof FileFault ? error.message : error
  }
}
const two = writeParleyFile([toTree(conversation, [message('a')]), toTree({ ...conversation, id: 'd' }, [])])

describe('a file of conversations', () => {
  test('is read back exactly, and as the schema says', () => {
    fc.assert(
      fc.property(fc.array(anyConversation, { maxLength: 3 }), (trees) => {
        const text = writeParleyFile(trees)
        expect(treesOf(text)).toEqual(trees)
        expect(readParleyFile(text)).toMatchObject({ altered: false, faults: [] })
        expect(schema.validate(JSON.parse(text)).errors).toEqual([])
      }),
    )
  })

  test('has titles that fit where titles stand', () => {
    const long = toTree({ ...conversation, title: `\u202ea\u0007${'b'.repeat(3000)}` }, [])
    expect(treesOf(writeParleyFile([long]))[0]?.conversation.title).toBe(`a${'b'.repeat(199)}…`)
  })

  test('keeps what it does not know, where it stands', () => {
    const tree = toTree(Object.assign({ ...conversation }, { folder: 'f' }), [
      Object.assign(message('a'), { seen: [1, null] }),
      message('b', 'a', { run: Object.assign(run(), { tokens: { of: 'tomorrow' } }) }),
    ])
    const text = writeParleyFile([tree], { presets: [{ name: 'P' }], madeBy: 'a later one' })
    const file = readParleyFile(text)
    expect(file.conversations).toEqual([{ tree, altered: false }])
    expect(file.rest).toEqual({ presets: [{ name: 'P' }], madeBy: 'a later one' })
    expect(readParleyFile(writeParleyFile([tree], file.rest))).toEqual(file)
  })

  test('may be laid out anew', () => {
    const text = writeParleyFile([toTree(conversation, [message('a')])])
    const laidOut = `\ufeff${JSON.stringify(JSON.parse(text), null, 2)}\r\n`
    expect(readParleyFile(laidOut)).toEqual(readParleyFile(text))
  })

  test('says where something was changed or taken out', () => {
    const said = (from: RegExp | string, to: string) => {
      const file = readParleyFile(two.replace(from, to))
      return [file.altered, ...file.conversations.map(({ altered }) => altered)]
    }
    expect(said('', '')).toEqual([false, false, false])
    expect(said('"content":"a"', '"content":"A"')).toEqual([false, true, false])
    expect(said(/,\n.*/, '')).toEqual([true, false])
    expect(said('"version":1', '"version":1,"more":1')).toEqual([true, false, false])
    // Who writes one by hand need not sum anything up.
    const byHand = '{"id":"x","title":"X","created":1,"updated":1,"messages":[]}'
    expect(faultOf(`{"format":"parley","version":1,"conversations":[${byHand}]}`)).toEqual([])
  })

  test('that is not as it should be gives a reason, and the other conversations', () => {
    expect(faultOf('')).toBe('empty')
    expect(faultOf(two.slice(0, -9))).toBe('cut')
    expect(faultOf('# Notes')).toBe('not-json')
    expect(faultOf('{"a":1}')).toBe('unknown')
    expect(faultOf(two.replace('"version":1', '"version":2'))).toBe('newer')
    expect(faultOf(two.replace('"version":1', '"version":"1"'))).toBe('unreadable: version')
    expect(faultOf(two.replace('"conversations":[', '"a":['))).toBe('unreadable: conversations')
    expect(faultOf(`{"format":"parley","a":${'['.repeat(1000)}${']'.repeat(1000)}}`)).toBe('too-large')
    const broken = two.replace('"role":"user"', '"role":"cat"')
    expect(faultOf(broken)).toEqual(['FileFault: unreadable: conversations[0].messages[0].role'])
    expect(treesOf(broken)).toHaveLength(1)
    // Numbers that are none, and times that no calendar has.
    for (const [from, to] of [
      ['"updated":2', '"updated":1e999'],
      ['"created":1,"updated"', '"created":-9e15,"updated"'],
      ['"order":0', '"order":1e999'],
    ] as const) {
      expect(two).toContain(from)
      expect(faultOf(two.replace(from, to))).toEqual([expect.stringContaining(from.split('"')[1]!)])
    }
  })

  test('brings nothing that a message cannot be shown with', () => {
    const fault = (more: Record<string, unknown>) => {
      const file = JSON.parse(two)
      Object.assign(file.conversations[0].messages[0], more)
      return faultOf(JSON.stringify(file))
    }
    const error = { kind: 'rejected', message: 'No', status: 500, code: 'c', retryAfter: 1 }
    expect(fault({ error, run: run() })).toEqual([])
    for (const odd of [{ code: {} }, { param: [] }, { type: 1 }, { status: '500' }, { retryAfter: 'soon' }])
      expect(fault({ error: { ...error, ...odd } })).toEqual([expect.stringContaining('messages[0].error')])
    for (const odd of [{ reply: {} }, { extra: 1 }, { started: 1e300 }, { choices: -1 }, { usage: [] }])
      expect(fault({ run: { ...run(), ...odd } })).toEqual([expect.stringContaining('messages[0].run')])
  })

  test('never hides a message: who follows in a circle stands at the top', () => {
    const text = writeParleyFile([toTree(conversation, [message('a'), message('b', 'a'), message('c', 'b')])])
    const [tree] = treesOf(text.replace('"parent":null', '"parent":"c"'))
    expect(visiblePath(tree!)).toHaveLength(3)
    const twice = text.replace('"id":"b"', '"id":"a"')
    expect(faultOf(twice)).toEqual(['FileFault: unreadable: conversations[0].messages[1].id'])
  })

  test('of what is still being written says that it broke off', () => {
    const tree: Tree = toTree(conversation, [message('a', null, { status: 'streaming', content: 'So f' })])
    expect(treesOf(writeParleyFile([tree]))[0]!.messages.get('a')).toEqual(
      message('a', null, { status: 'interrupted', content: 'So f' }),
    )
  })
})

function run() {
  return { id: 'r', choice: 0, endpoint: 'Mine', model: null, parameters: { n: 2 }, started: 3 }
}
