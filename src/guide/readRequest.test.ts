import { expect, test } from 'vitest'
import { createGuideFetch } from './guideFetch'

const address = 'parley:built-in/chat/completions'
const guideFetch = createGuideFetch({ tokensPerSecond: Infinity })
const user = (content: unknown) => [{ role: 'user', content }]
const story = { model: 'babble', messages: user('Tell me a short story.') }
const post = (body: unknown) => guideFetch(address, { method: 'POST', body: JSON.stringify(body) })

const tool = (name?: string) => ({ type: 'function', function: { name } })
const guided = { model: 'guide' }
const json = { response_format: { type: 'json_object' } }
test.each<[string, object, string | null, string | null]>([
  ['temperature too high', { temperature: 2.1 }, 'temperature', 'decimal_above_max_value'],
  ['temperature too low', { temperature: -0.1 }, 'temperature', 'decimal_below_min_value'],
  ['temperature a string', { temperature: '1' }, 'temperature', 'invalid_type'],
  ['top_p too high', { top_p: 1.5 }, 'top_p', 'decimal_above_max_value'],
  ['n zero', { n: 0 }, 'n', 'integer_below_min_value'],
  ['n too many', { n: 17 }, 'n', 'integer_above_max_value'],
  ['n half', { n: 1.5 }, 'n', 'invalid_type'],
  ['max_tokens zero', { max_tokens: 0 }, 'max_tokens', 'integer_below_min_value'],
  ['both limits', { max_tokens: 1, max_completion_tokens: 1 }, 'max_tokens', 'invalid_parameter_combination'],
  ['penalty too high', { presence_penalty: 3 }, 'presence_penalty', 'decimal_above_max_value'],
  ['no messages', { messages: undefined }, 'messages', 'missing_required_parameter'],
  ['empty messages', { messages: [] }, 'messages', 'empty_array'],
  ['messages a string', { messages: 'hello' }, 'messages', 'invalid_type'],
  ['a message a string', { messages: ['hello'] }, 'messages[0]', 'invalid_type'],
  ['no role', { messages: [{ content: 'x' }] }, 'messages[0].role', 'missing_required_parameter'],
  ['unknown role', { messages: [{ role: 'wizard', content: 'x' }] }, 'messages[0].role', 'invalid_value'],
  ['content a number', { messages: user(1) }, 'messages[0].content', 'invalid_type'],
  [
    'an image',
    { messages: user([{ type: 'image_url', image_url: { url: 'data:' } }]) },
    'messages[0].content[0].type',
    'invalid_value',
  ],
  ['unknown format', { response_format: { type: 'xml' } }, 'response_format.type', 'invalid_value'],
  [
    'a schema without a name',
    { response_format: { type: 'json_schema', json_schema: {} } },
    'response_format.json_schema.name',
    'missing_required_parameter',
  ],
  ['JSON mode without the word', json, 'messages', null],
  ['five stops', { stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop', 'array_above_max_length'],
  ['stop a number', { stop: 1 }, 'stop', 'invalid_type'],
  ['top_logprobs alone', { top_logprobs: 2 }, 'top_logprobs', null],
  ['top_logprobs too many', { logprobs: true, top_logprobs: 21 }, 'top_logprobs', 'integer_above_max_value'],
  ['stream_options alone', { stream_options: { include_usage: true } }, 'stream_options', null],
  ['stream a string', { stream: 'yes' }, 'stream', 'invalid_type'],
  ['tools for babble', { tools: [tool('f')] }, 'tools', 'unsupported_parameter'],
  ['tools a string', { ...guided, tools: 'f' }, 'tools', 'invalid_type'],
  ['no tools', { ...guided, tools: [] }, 'tools', 'empty_array'],
  ['a tool of another type', { ...guided, tools: [{ type: 'web' }] }, 'tools[0].type', 'invalid_value'],
  ['a tool without a name', { ...guided, tools: [tool()] }, 'tools[0].function.name', 'invalid_type'],
  ['a name with spaces', { ...guided, tools: [tool('a b')] }, 'tools[0].function.name', 'invalid_value'],
  ['tool_choice alone', { ...guided, tool_choice: 'auto' }, 'tool_choice', null],
  ['an unknown choice', { ...guided, tools: [tool('f')], tool_choice: 'f' }, 'tool_choice', 'invalid_value'],
  [
    'a tool that is not there',
    { ...guided, tools: [tool('f')], tool_choice: { type: 'function', function: { name: 'g' } } },
    'tool_choice',
    null,
  ],
  [
    'a result of no call',
    { messages: [{ role: 'tool', content: 'x' }] },
    'messages[0].tool_call_id',
    'missing_required_parameter',
  ],
  ['a bias on a word', { logit_bias: { sea: 1 } }, 'logit_bias', null],
  ['an unknown field', { foo: 1 }, null, null],
])('%s', async (_, fields, param, code) => {
  const response = await post({ ...story, messages: user('Hello'), ...fields })
  expect(response.status).toBe(400)
  const { error }: { error: { message: string } } = await response.json()
  expect(error).toMatchObject({ type: 'invalid_request_error', param, code })
  expect(error.message).not.toBe('')
})

test("the API's own words", async () => {
  const message = async (fields: object): Promise<string> => {
    const body: { error: { message: string } } = await (
      await post({ ...story, messages: user('Hello'), ...fields })
    ).json()
    return body.error.message
  }
  expect(await message({ temperature: 3 })).toBe(
    "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3 instead.",
  )
  expect(await message({ foo: 1 })).toBe('Unrecognized request argument supplied: foo')
  expect(await message(json)).toBe(
    "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
  )
})

test('an unknown model names those there are', async () => {
  const response = await post({ ...story, model: 'gpt-4o-mini' })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    error: { code: 'model_not_found', message: expect.stringMatching(/'guide' and 'babble'/) },
  })
})

test('other addresses, methods and bodies', async () => {
  expect((await guideFetch('parley:built-in/embeddings', { method: 'POST', body: '{}' })).status).toBe(404)
  expect((await guideFetch(address)).status).toBe(405)
  expect((await guideFetch(address, { method: 'POST', body: '{"model":' })).status).toBe(400)
  expect((await guideFetch(address, { method: 'POST', body: '[]' })).status).toBe(400)
})

test('null means not set', async () => {
  expect((await post({ ...story, temperature: null, stop: null, n: null })).status).toBe(200)
})
