// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { endpointAt } from './endpointAt'
import { endpointSaved } from './settings'

test('an endpoint is known by its address, however that ends', () => {
  const endpoint = { id: 'e', name: 'E', baseURL: 'http://localhost:8080/v1', headers: [] }
  endpointSaved(endpoint)
  for (const url of [endpoint.baseURL, `${endpoint.baseURL}/chat/completions`, 'localhost:8080/v1/'])
    expect(endpointAt(url)).toEqual(endpoint)
  const keyed = { ...endpoint, id: 'k', baseURL: 'https://keyed.example/v1?api-key=k' }
  endpointSaved(keyed)
  expect(endpointAt('https://keyed.example/v1/chat/completions?api-key=***')).toEqual(keyed)
  for (const url of [undefined, '', '$URL', 'http://localhost:8081/v1', 'parley:built-in'])
    expect(endpointAt(url)).toBeUndefined()
})
