import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeName, readPresetFile, writePresetFile } from './presetFile'

const tutor = {
  name: 'Tutor',
  parameters: { model: 'm', temperature: 0.2, stop: ['\n'], top_k: 40 },
  extraBody: { cache_prompt: true },
  system: 'Be brief.',
  withModel: true,
}
const plain = { name: 'Plain', parameters: {}, withModel: false }

test('what is written is read again', () => {
  expect(readPresetFile(writePresetFile([tutor, plain]))).toEqual({ ok: true, presets: [tutor, plain] })
})

test('any preset survives the file', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
    .filter((any) => any.trim() === any && any !== '')
  const json = fc.dictionary(
    fc.string().filter((key) => key !== 'messages'),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(name, json, fc.boolean(), (any, parameters, withModel) => {
      const preset = {
        name: any.toWellFormed(),
        parameters,
        withModel,
      }
      const read = readPresetFile(writePresetFile([preset]))
      // As text, since JSON has no −0.
      expect(JSON.stringify(read)).toBe(JSON.stringify({ ok: true, presets: [preset] }))
    }),
  )
})

const file = (presets: unknown, more: object = {}) =>
  JSON.stringify({ format: 'parley-presets', version: 1, presets, ...more })

test.each([
  ['', 'not-json'],
  ['{', 'not-json'],
  ['[]', 'not-presets'],
  ['{"presets": []}', 'not-presets'],
  [file({}), 'not-presets'],
  [`{"presets":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'not-presets'],
  [file([], { format: 'else' }), 'not-presets'],
  [file([]), 'empty'],
  [file([plain], { version: 2 }), 'newer'],
  [file([plain], { version: '1' }), 'newer'],
])('%.60s is %s', (text, reason) => {
  expect(readPresetFile(text)).toEqual({ ok: false, reason })
})

test.each([
  null,
  {},
  { name: ' ', parameters: {} },
  { name: 'a' },
  { name: 'a', parameters: [] },
  { name: 'a', parameters: {}, system: 4 },
  { name: 'a', parameters: {}, extraBody: 'x' },
  { name: 'a', parameters: {}, withModel: 'yes' },
])('%j is no preset, and spoils the file', (bad) => {
  expect(readPresetFile(file([plain, bad]))).toEqual({ ok: false, reason: 'bad-preset', place: 2 })
})

test('messages do not come in with the fields', () => {
  const read = readPresetFile(file([{ name: 'a', parameters: { messages: [], seed: 1 } }]))
  expect(read).toMatchObject({ presets: [{ parameters: { seed: 1 }, withModel: true }] })
  expect(JSON.stringify(read)).not.toContain('messages')
})

test('a name that is taken gets a number', () => {
  expect(freeName('Tutor', [])).toBe('Tutor')
  expect(freeName('Tutor', ['Tutor'])).toBe('Tutor 2')
  expect(freeName('Tutor', ['Tutor', 'Tutor 2', 'Tutor 4'])).toBe('Tutor 3')
})
