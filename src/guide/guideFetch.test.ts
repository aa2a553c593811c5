import { expect, test } from 'vitest'
import { createGuideFetch } from './guideFetch'

const guideFetch = createGuideFetch({ tokensPerSecond: Infinity })
const post = (body: unknown, init: RequestInit = {}) =>
  guideFetch('parley:built-in/chat/completions', { method: 'POST', body: JSON.stringify(body), ...init })

test('lists its two models', async () => {
  const response = await guideFetch('parley:built-in/models')
  expect(response.status).toBe(200)
  const { data }: { data: { id: string }[] } = await response.json()
  expect(data.map(({ id }) => id)).toEqual(['guide', 'babble'])
})

test.each(['guide', 'babble'])('%s streams events that end with [DONE]', async (model) => {
  const response = await post({
    model,
    stream: true,
    messages: [{ role: 'user', content: 'What is a list comprehension?' }],
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const events = (await response.text()).trimEnd().split('\n\n')
  expect(events.at(-1)).toBe('data: [DONE]')
  expect(events.length).toBeGreaterThan(20)
})
