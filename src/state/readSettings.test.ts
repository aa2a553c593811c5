import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { builtIn, checkBaseURL } from '../api/endpoint'
import { firstSettings, readSettings } from './readSettings'
import type { Settings } from './settings'

/** Everything that the page relies on, whatever was kept. */
function expectValid(settings: Settings) {
  expect(['system', 'light', 'dark']).toContain(settings.theme)
  for (const { id, name, baseURL, headers } of settings.endpoints) {
    expect([typeof id, typeof name]).toEqual(['string', 'string'])
    expect(checkBaseURL(baseURL).ok).toBe(true)
    for (const header of headers)
      expect([typeof header.name, typeof header.value]).toEqual(['string', 'string'])
  }
  expect([builtIn.id, ...settings.endpoints.map(({ id }) => id)]).toContain(settings.endpoint)
  for (const model of Object.values(settings.models)) expect(model).toEqual(expect.any(String))
  expect(settings.defaults).toEqual(expect.any(Object))
  expect(Array.isArray(settings.defaults)).toBe(false)
  expect(settings.stallSeconds).toBeGreaterThanOrEqual(0)
  expect(settings.stallSeconds).toBeLessThanOrEqual(3600)
  expect(Object.values(settings.panes).map((shown) => typeof shown)).toEqual(['boolean', 'boolean'])
}

const json = fc.jsonValue({ maxDepth: 3 })
const anyEndpoint = fc.record(
  {
    id: fc.oneof(json, fc.constantFrom('a', 'b')),
    name: fc.oneof(json, fc.string()),
    baseURL: fc.oneof(json, fc.constantFrom('https://a.example/v1', 'localhost:1', 'ftp://a.example')),
    headers: fc.oneof(json, fc.array(fc.oneof(json, fc.record({ name: fc.string(), value: fc.string() })))),
  },
  { requiredKeys: [] },
)
/** What is nearly right goes wrong in more ways than what is wholly wrong. */
const nearly = fc.record(
  {
    theme: fc.oneof(json, fc.constantFrom('light', 'dark', 'system')),
    endpoints: fc.oneof(json, fc.array(fc.oneof(json, anyEndpoint), { maxLength: 4 })),
    endpoint: fc.oneof(json, fc.constantFrom('a', 'b', builtIn.id)),
    models: fc.oneof(json, fc.dictionary(fc.string(), fc.oneof(json, fc.string()))),
    defaults: json,
    stallSeconds: fc.oneof(json, fc.integer({ min: -10, max: 5000 })),
    panes: fc.oneof(json, fc.record({ library: json, parameters: fc.boolean() })),
  },
  { requiredKeys: [] },
)

describe('settings', () => {
  test('of anything are valid', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), json, nearly), (kept) => expectValid(readSettings(kept))),
      { numRuns: times(250) },
    )
  })

  test('are read as they were written', () => {
    fc.assert(
      fc.property(nearly, (kept) => {
        const settings = readSettings(kept)
        const written: unknown = JSON.parse(JSON.stringify({ version: 1, ...settings }))
        expect(readSettings(written)).toEqual(JSON.parse(JSON.stringify(settings)))
      }),
      { numRuns: times(125) },
    )
  })

  test.each([undefined, null, 0, 'text', [], [{ theme: 'dark' }]])('of %j are the first ones', (kept) => {
    expect(readSettings(kept)).toEqual(firstSettings)
  })

  test('keep what fits and begin anew with what does not', () => {
    const endpoint = {
      id: 'e',
      name: 'Mine',
      baseURL: 'https://a.example/v1',
      headers: [{ name: 'x', value: 'y' }],
    }
    expect(
      readSettings({
        theme: 'dark',
        endpoints: [endpoint, { ...endpoint, id: 7 }, { ...endpoint, baseURL: 'javascript:alert(1)' }, null],
        endpoint: 'e',
        models: { e: 'm', f: 1 },
        defaults: { stream: false },
        stallSeconds: -1,
        panes: { library: false },
      }),
    ).toMatchObject({
      theme: 'dark',
      endpoints: [endpoint],
      endpoint: 'e',
      models: { e: 'm' },
      defaults: { stream: false },
      stallSeconds: firstSettings.stallSeconds,
      panes: { library: false, parameters: true },
    })
  })

  test('go back to the built-in endpoint if theirs is gone', () => {
    expect(readSettings({ endpoint: 'gone' }).endpoint).toBe(builtIn.id)
  })

  test('let a stream be silent for ever, if that was chosen', () => {
    expect(readSettings({ stallSeconds: 0 }).stallSeconds).toBe(0)
  })
})
