import './fixtures/page'
import { expect, test, vi } from 'vitest'
import { append } from '../conversation/operations'
import { commit, conversationBegun, treeOf } from './conversations'
import { keySaved } from './keys'
import { savedSecrets } from './savedSecrets'
import { endpointSaved, operatorSet } from './settings'
import { shareMarkdown } from './share'

const key = 'hush-123-hush-456'

test('a saved key that stands in a message is not given away, and nothing is while it cannot be read', async () => {
  const endpoint = { id: 'own', name: 'Own', baseURL: 'https://own.example/v1', headers: [] }
  endpointSaved(endpoint)
  await keySaved(endpoint, key)
  conversationBegun({
    id: 'told',
    title: '',
    named: false,
    created: 1,
    updated: 1,
    endpoint: 'own',
    parameters: {},
    chosen: {},
  })
  const words = {
    role: 'user',
    content: `My key is ${key}, at https://own.example/v1 (wss://Own.Example:9), not https://own.example.org or https://api.openai.com/v1.`,
    status: 'done',
  } as const
  commit('told', append(treeOf('told')!, null, words, { id: 'first', created: 1 }))
  expect(await shareMarkdown('told', { all: true })).toContain(
    'My key is [key], at [address]/v1 ([address]), not https://own.example.org or https://api.openai.com/v1.',
  )

  const broken = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new Error('The disk is gone.')
  })
  await expect(shareMarkdown('told', { all: true })).rejects.toThrow('The disk is gone.')
  broken.mockRestore()
})

test('a key is known when its endpoint has moved or is locked away; ordinary headers are no secrets', async () => {
  const headers = [
    { name: 'accept', value: 'application/json' },
    { name: 'X-Proxy-Token', value: 'in-a-header' },
  ]
  const baseURL = 'https://moved.example/v1?api-key=in-the-query'
  endpointSaved({ id: 'own', name: 'Own', baseURL, headers })
  operatorSet({ endpoints: [], models: {}, locked: true, presets: [] })
  expect((await savedSecrets()).toSorted()).toEqual([key, 'in-a-header', 'in-the-query'].toSorted())
})
