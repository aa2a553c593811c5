import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonView } from './JsonView'
import { unwrapFence } from './unwrapFence'

const html = (text: string, streaming = false) =>
  renderToStaticMarkup(<JsonView text={text} streaming={streaming} />)
const words = (text: string, streaming = false) =>
  html(text, streaming)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')

test('JSON is shown parsed, with every kind of value in its colour', () => {
  const shown = html('{"a":[1,"b",null,true,{}]}')
  for (const kind of ['key', 'string', 'number', 'word']) expect(shown).toContain(`class="json-${kind}"`)
  expect(words('{"a":[1,"b"],"c":{}}')).toContain('{"a": [1,"b"],"c": {}}')
})

test('while it streams, nothing is held against it', () => {
  const shown = html('{"a": "half', true)
  expect(shown).toContain(
    '<span class="json-key">&quot;a&quot;</span>: <span class="json-string">&quot;half</span>',
  )
  expect(shown).not.toContain('json-fault')
  expect(shown).toContain('class="caret"')
})

test('what is not JSON is shown as it came, with the place marked', () => {
  const shown = html('{\n  "a": 1,,\n}')
  expect(shown).toContain('Not valid JSON. Line 2, column 10: a key in double quotes belongs here.')
  expect(shown).toContain('<mark><span class="sr-only">the error is here</span>,</mark>')
  expect(html('{"a": 1')).toContain('</span>\u00a0</mark>')
})

test('a fence around the JSON is taken off, and said', () => {
  expect(unwrapFence('```json\n{"a": 1}\n```\n')).toEqual({ json: '{"a": 1}', fenced: true })
  expect(unwrapFence('```\n[1]')).toEqual({ json: '[1]', fenced: true })
  expect(unwrapFence('{"a": "```"}')).toEqual({ json: '{"a": "```"}', fenced: false })
  expect(words('```json\n[1]\n```')).toContain('The JSON came inside a Markdown code fence.')
})

test('of a large text, only the beginning is drawn', () => {
  const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `row ${id}`, values: [id, id] }))
  const shown = html(JSON.stringify({ rows, more: rows }))
  expect(shown.length).toBeLessThan(100_000)
  expect(shown).toContain('20000 items')
  expect(html(JSON.stringify(rows))).toContain('Show 100 more')
})

test('lists in lists and values without a name are opened as far as others', () => {
  const times = <Value,>(value: Value) => Array.from({ length: 100 }, () => value)
  expect(html(JSON.stringify(times(times(times(0))))).length).toBeLessThan(100_000)
  expect(html(JSON.stringify(times({ '': times({ '': times(0) }) }))).length).toBeLessThan(100_000)
  expect(words('[[1,2],[3,4]]')).toContain('[[1,2],[3,4]]')
})

test('what is nested as deep as it may be is drawn without harm', () => {
  expect(html('['.repeat(1000) + ']'.repeat(1000))).toContain('1 item')
})
