import { expect, test } from 'vitest'
import { checkBaseURL } from './endpoint'
import { presets } from './presets'
import { requestHeaders } from './requestHeaders'

test('ids are unique', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length)
})

test.each(presets)('$name can be used as it stands', ({ baseURL, headers = [], local, checked }) => {
  expect(checkBaseURL(baseURL)).toEqual({ ok: true, baseURL })
  expect(new URL(baseURL).protocol).toBe(local ? 'http:' : 'https:')
  expect(() => requestHeaders({ endpoint: { headers }, hasBody: true })).not.toThrow()
  expect(checked).toMatch(/^20\d\d-\d\d(?:-\d\d)?$/)
})
