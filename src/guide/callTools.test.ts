import { describe, expect, test } from 'vitest'
import { createGuideFetch } from './guideFetch'

interface ToolCall {
  index?: number
  id?: string
  type?: string
  function: { name?: string; arguments: string }
}
interface Answer {
  choices: {
    message: { content: string | null; tool_calls?: ToolCall[] }
    delta: { content?: string; tool_calls?: ToolCall[] }
    finish_reason: string | null
  }[]
  error?: { param: string; message: string }
}

const guideFetch = createGuideFetch({ tokensPerSecond: Infinity })
const post = (body: object) =>
  guideFetch('parley:built-in/chat/completions', {
    method: 'POST',
    body: JSON.stringify({ model: 'guide', ...body }),
  })

const text = { type: 'string' }
const tool = (name: string, description: string, properties: object, required = Object.keys(properties)) => ({
  type: 'function',
  function: { name, description, parameters: { type: 'object', properties, required } },
})
const weather = tool(
  'get_weather',
  'The weather in a city',
  { city: text, unit: { enum: ['celsius', 'kelvin'] } },
  ['city'],
)
const email = tool('send_email', 'Sends a message to an address', { email: text })
const search = tool('search_books', 'Finds books by what they are about', { query: text })
const impossible = tool('book_flight', 'Books a flight', { code: { type: 'string', pattern: '^[A-Z]+$' } })
const tools = [weather, email, search, impossible]

async function ask(content: string, fields: object = {}) {
  const response = await post({ messages: [{ role: 'user', content }], tools, ...fields })
  const answer: Answer = await response.json()
  const choice = answer.choices?.[0]
  const calls = choice?.message.tool_calls?.map(
    ({ function: { name = '', arguments: given } }): [string, unknown] => {
      const read: unknown = JSON.parse(given)
      return [name, read]
    },
  )
  return { calls, choice, error: answer.error, status: response.status }
}

describe('a tool is called that fits the message and whose arguments are in it', () => {
  test.each<[string, unknown]>([
    ['What is the weather in Paris?', [['get_weather', { city: 'Paris' }]]],
    [
      'Weather for Oslo in kelvin, please. Tom lives in Oslo.',
      [['get_weather', { city: 'Oslo', unit: 'kelvin' }]],
    ],
    ['Send an email to ann@example.org', [['send_email', { email: 'ann@example.org' }]]],
    ['Search for books about old lighthouses.', [['search_books', { query: 'old lighthouses' }]]],
    ['What is the weather like?', undefined],
    ['Book a flight to Rome', undefined],
    ['What does top_p do?', undefined],
    [
      'What is the weather in Paris? And send an email to ann@example.org',
      [
        ['get_weather', { city: 'Paris' }],
        ['send_email', { email: 'ann@example.org' }],
      ],
    ],
  ])('%s', async (content, expected) => {
    const { calls, choice } = await ask(content)
    const byName = calls?.toSorted(([a], [b]) => a.localeCompare(b))
    expect(byName).toEqual(expected)
    expect(choice?.finish_reason).toBe(expected ? 'tool_calls' : 'stop')
    if (expected) expect(choice?.message.content).toBeNull()
  })
})

describe('tool_choice and parallel_tool_calls', () => {
  const both = 'What is the weather in Paris? And send an email to ann@example.org'

  test('none forbids, parallel_tool_calls: false leaves one', async () => {
    expect((await ask(both, { tool_choice: 'none' })).calls).toBeUndefined()
    expect((await ask(both, { parallel_tool_calls: false })).calls).toHaveLength(1)
  })

  test('required calls one even where little fits, and a named one is called and no other', async () => {
    expect((await ask('I am Tom from Paris.', { tool_choice: 'required' })).calls).toEqual([
      ['get_weather', { city: 'Paris' }],
    ])
    const tool_choice = { type: 'function', function: { name: 'send_email' } }
    expect((await ask(both, { tool_choice })).calls).toEqual([['send_email', { email: 'ann@example.org' }]])
  })

  test('what cannot be called is refused where it must be', async () => {
    const { status, error } = await ask('Hello!', { tool_choice: 'required' })
    expect([status, error?.param]).toEqual([400, 'tool_choice'])
    expect(error?.message).toContain("'get_weather'")
  })
})

test('a call is streamed as a name, then arguments in pieces', async () => {
  const messages = [{ role: 'user', content: 'What is the weather in Paris?' }]
  const body = await (await post({ messages, tools, stream: true })).text()
  const chunks = body
    .split('\n\n')
    .filter((event) => event.startsWith('data: {'))
    .map((event): Answer => JSON.parse(event.slice(6)))
  const pieces = chunks.flatMap(({ choices }) => choices[0]?.delta.tool_calls ?? [])
  expect(pieces[0]).toMatchObject({
    index: 0,
    type: 'function',
    function: { name: 'get_weather', arguments: '' },
  })
  expect(pieces[0]?.id).toMatch(/^call_/)
  expect(pieces.length).toBeGreaterThan(4)
  expect(pieces.map(({ function: { arguments: piece } }) => piece).join('')).toBe('{"city":"Paris"}')
  expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('tool_calls')
  const cut = await ask('What is the weather in Paris?', { max_tokens: 100 })
  expect(cut.choice?.finish_reason).toBe('tool_calls')
})

test('the whole round trip: a question, a call, a result, an answer', async () => {
  const question = {
    role: 'user',
    content: 'What is the weather in Paris? And send an email to ann@example.org',
  }
  const { choice } = await ask(question.content)
  const message = choice!.message
  const results = message.tool_calls!.map(({ id, function: { name } }) => ({
    role: 'tool',
    tool_call_id: id,
    content: name === 'get_weather' ? '18 °C and rain' : '{"sent": true}',
  }))
  const response = await post({ messages: [question, { role: 'assistant', ...message }, ...results], tools })
  const answer: Answer = await response.json()
  const content = answer.choices[0]?.message.content
  expect(content).toContain('*`get_weather` gave back:* 18 °C and rain')
  expect(content).toContain('*`send_email` gave back:*\n\n```\n{"sent": true}\n```')
  expect(answer.choices[0]?.finish_reason).toBe('stop')
})
