// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { savedAddresses } from './savedAddresses'
import { endpointSaved } from './settings'

test('an endpoint is known by its host, this computer and known providers by the whole origin or not at all', () => {
  const addresses = [
    'https://llm.firm.example:8443/v1',
    'http://llm.firm.example/v1',
    'https://me:pw@b\u00fccher.example./v1',
    'http://192.168.1.5:1234/v1',
    'http://127.0.0.1:8080/v1',
    'http://app.localhost:99/v1',
    'http://ollama:11434/v1',
    'http://localhost:9999/v1',
    'http://localhost:11434/v1',
    'https://api.openai.com/v1/other',
    'https://api.openai.com:8443/v1',
    'nonsense',
  ]
  addresses.forEach((baseURL, at) => endpointSaved({ id: `${at}`, name: '', baseURL, headers: [] }))
  expect(savedAddresses()).toEqual([
    'llm.firm.example',
    'xn--bcher-kva.example',
    '192.168.1.5',
    'http://127.0.0.1:8080',
    'http://app.localhost:99',
    'http://ollama:11434',
    'http://localhost:9999',
    'https://api.openai.com:8443',
  ])
})
