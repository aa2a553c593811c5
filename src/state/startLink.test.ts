// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { currentSettings, operatorSet } from './settings'
import { startLinkFilled } from './startLink'

const link = (endpoint: string) => `#/new?endpoint=${encodeURIComponent(endpoint)}&model=m`

test('where endpoints are locked, a link can suggest only one that is there', async () => {
  const before = await startLinkFilled(link('https://new.example/v1'))
  expect(before.suggestion?.baseURL).toBe('https://new.example/v1')

  const endpoints = ['a', 'b'].map((id) => ({
    id: `operator:${id}`,
    name: id,
    baseURL: `https://${id}.example/v1`,
    headers: [],
  }))
  operatorSet({ endpoints, models: {}, locked: true, presets: [] })
  before.suggestion?.accept()
  expect(currentSettings()).toMatchObject({ endpoint: 'operator:a', endpointIsChosen: false })

  const { suggestion, bad, fixed } = await startLinkFilled(link('https://new.example/v1'))
  expect({ suggestion, bad, fixed }).toEqual({ suggestion: undefined, bad: [], fixed: true })
  expect(await startLinkFilled(link('no address'))).toMatchObject({ bad: ['endpoint'], fixed: false })
  const other = await startLinkFilled(link('https://b.example/v1'))
  other.suggestion?.accept()
  expect(currentSettings().endpoint).toBe('operator:b')
})
