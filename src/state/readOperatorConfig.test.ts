import { Validator } from '@cfworker/json-schema'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { builtIn, checkBaseURL } from '../api/endpoint'
import { readOperatorConfig } from './readOperatorConfig'
import { firstSettings } from './readSettings'
import { withOperator } from './withOperator'

const page = 'https://chat.example.org/parley/'
const file = (name: string) =>
  readFileSync(new URL(`../../docs/deploy/parley.config.${name}.json`, import.meta.url), 'utf8')
const example = file('example')
const schema = new Validator(JSON.parse(file('schema')), '2020-12')
const read = (json: unknown) => readOperatorConfig(JSON.stringify(json), page)

const endpoint = { id: 'a', name: 'A', baseURL: 'https://a.example/v1' }
const withHeader = (name: string) => ({ endpoints: [{ ...endpoint, headers: [{ name, value: 'x' }] }] })

describe('the file of an operator', () => {
  test('is read, with ids of its own and addresses of the page', () => {
    const result = readOperatorConfig(example, page)
    expect(result).toMatchObject({
      ok: true,
      config: {
        title: 'Chat at Example',
        locked: true,
        endpoint: 'operator:main',
        models: { 'operator:main': 'llama-3.3-70b' },
        endpoints: [
          { id: 'operator:main', baseURL: 'https://llm.example.org/v1', headers: [] },
          { id: 'operator:same', baseURL: 'https://chat.example.org/v1', prefill: 'trailing' },
        ],
        presets: [{ name: 'Reviewer', withModel: true }],
      },
    })
    expect(schema.validate(JSON.parse(example)).valid).toBe(true)
    expect(read({})).toEqual({ ok: true, config: { endpoints: [], models: {}, locked: false, presets: [] } })
  })

  test.each([
    [[], 'wrong', ''],
    [{ titel: 'A' }, 'unknown', 'titel'],
    [{ title: 7 }, 'wrong', 'title'],
    [{ locked: 'yes' }, 'wrong', 'locked'],
    [{ endpoints: {} }, 'wrong', 'endpoints'],
    [{ endpoints: [{ ...endpoint, key: 'sk-1' }] }, 'unknown', 'endpoints[0].key'],
    [{ endpoints: [{ id: 'a', name: 'A' }] }, 'wrong', 'endpoints[0].baseURL'],
    [{ endpoints: [{ ...endpoint, id: 'a b' }] }, 'wrong', 'endpoints[0].id'],
    [{ endpoints: [{ ...endpoint, prefill: 'maybe' }] }, 'wrong', 'endpoints[0].prefill'],
    [{ parameters: { model: 'a' } }, 'wrong', 'parameters.model'],
    [{ presets: [{ name: 'A', parameters: {} }, { name: ' ' }] }, 'wrong', 'presets[1]'],
  ])('%j is refused: %s at %s', (json, reason, at) => {
    expect(read(json)).toEqual({ ok: false, fault: { reason, at } })
    expect(schema.validate(json).valid).toBe(false)
  })

  // What a schema cannot say.
  test.each([
    [{ endpoints: [endpoint, endpoint] }, 'wrong', 'endpoints[1].id'],
    [{ endpoints: [endpoint], endpoint: 'b' }, 'wrong', 'endpoint'],
    [{ endpoints: [{ ...endpoint, baseURL: 'javascript:alert(1)' }] }, 'wrong', 'endpoints[0].baseURL'],
    [{ endpoints: [{ ...endpoint, baseURL: 'https://k:p@a.example' }] }, 'key', 'endpoints[0].baseURL'],
    [withHeader('Authorization'), 'key', 'endpoints[0].headers[0].name'],
    [withHeader('x-api-key'), 'key', 'endpoints[0].headers[0].name'],
    [withHeader('a b'), 'wrong', 'endpoints[0].headers[0].name'],
  ])('%j is refused too: %s at %s', (json, reason, at) => {
    expect(read(json)).toEqual({ ok: false, fault: { reason, at } })
  })

  test('of any other kind is refused, whatever it is', () => {
    expect(readOperatorConfig('<!doctype html>', page)).toMatchObject({ fault: { reason: 'not-json' } })
    expect(readOperatorConfig('[]', page, 1)).toMatchObject({ fault: { reason: 'too-large' } })
    const deep = `{"parameters":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`
    expect(readOperatorConfig(deep, page)).toMatchObject({ fault: { reason: 'wrong' } })
    const nearly = fc.record(
      {
        title: fc.oneof(fc.string(), fc.jsonValue()),
        endpoints: fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.record(
              {
                id: fc.oneof(fc.constantFrom('a', 'b', '__proto__'), fc.jsonValue()),
                name: fc.oneof(fc.string(), fc.jsonValue()),
                baseURL: fc.oneof(fc.webUrl(), fc.constantFrom('/v1', './v1', '//b.example/v1'), fc.string()),
                model: fc.oneof(fc.string(), fc.jsonValue()),
              },
              { requiredKeys: ['id', 'name', 'baseURL'] },
            ),
            { maxLength: 3 },
          ),
        ),
        parameters: fc.jsonValue(),
        presets: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(nearly, fc.jsonValue()), (json) => {
        const result = read(json)
        if (!result.ok) return
        for (const one of result.config.endpoints) {
          expect(one.id).toMatch(/^operator:/)
          expect(checkBaseURL(one.baseURL)).toEqual({ ok: true, baseURL: one.baseURL })
        }
      }),
      { numRuns: times(100) },
    )
  })
})

test('what the operator has set counts where the reader has chosen nothing', () => {
  const result = readOperatorConfig(example, page)
  if (!result.ok) throw new Error('The example is not read.')
  const mine = { ...endpoint, headers: [] }
  const own = { ...firstSettings, endpoints: [mine] }
  expect(withOperator(own, undefined)).toEqual(own)
  const locked = withOperator({ ...own, endpoint: 'a', endpointIsChosen: true }, result.config)
  expect(locked).toMatchObject({ endpoint: 'operator:main', defaults: { temperature: 0.3, stream: true } })
  expect(locked.endpoints.map(({ id }) => id)).toEqual(['operator:main', 'operator:same'])
  const open = { ...result.config, locked: false }
  expect(withOperator({ ...own, endpoint: 'a', endpointIsChosen: true }, open).endpoint).toBe('a')
  expect(withOperator({ ...own, endpointIsChosen: true }, open).endpoint).toBe(builtIn.id)
  expect(withOperator({ ...own, defaults: { top_p: 1 } }, open).defaults).toEqual({ top_p: 1 })
  expect(withOperator({ ...own, models: { 'operator:main': 'm' } }, open).models).toEqual({
    'operator:main': 'm',
  })
})
