// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { codeLanguages, requestCode } from './requestCode'

test.each(codeLanguages)('no key of the address stands in a program: %s', (language) => {
  const baseURL = 'https://a.example/v1?api-key=hush-hush&api-version=1'
  const endpoint = { id: 'e', name: 'E', baseURL, headers: [{ name: 'API-Key', value: 'x' }] }
  const code = requestCode({ language, endpoint, hasKey: false, body: { messages: [] } })
  expect(code).not.toContain('hush-hush')
  expect(code).toMatch(/API_KEY\b/)
  expect(code).toMatch(/API_KEY_2\b/)
  expect(code).toMatch(/api-version\W+1/)
})
