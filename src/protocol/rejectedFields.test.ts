import { expect, test } from 'vitest'
import { rejectedFields } from './rejectedFields'

const sent = [
  'model',
  'messages',
  'max_tokens',
  'temperature',
  'tools',
  'tool_choice',
  'response_format',
  'logit_bias',
  'stream_options',
  'stop',
  'user',
  'n',
  'top_k',
]
const named = (message: string, evidence: { param?: string; code?: string; status?: number } = {}) =>
  rejectedFields({ message, status: 400, ...evidence }, sent).map(({ name }) => name)
const because = (message: string, evidence: { param?: string; code?: string } = {}) =>
  rejectedFields({ message, status: 400, ...evidence }, sent)[0]?.because

test.each([
  ['max_tokens', 'max_tokens'],
  ['tools[0].function.name', 'tools'],
  ['tools.0.function', 'tools'],
  ['messages.[0].role', 'messages'],
  ['response_format.json_schema.schema', 'response_format'],
  ['body.top_k', 'top_k'],
])('param %s is %s', (param, name) => {
  expect(named('It went wrong.', { param })).toEqual([name])
})

test.each(['seed', '__proto__', 'constructor', '', '[0]', '…'])('param %j was not sent', (param) => {
  expect(named('It went wrong.', { param })).toEqual([])
})

test.each([
  // OpenAI
  [
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    ['max_tokens'],
  ],
  ['Unrecognized request argument supplied: top_k', ['top_k']],
  ['Unrecognized request arguments supplied: top_k, logit_bias', ['top_k', 'logit_bias']],
  ["Unknown parameter: 'top_k'.", ['top_k']],
  ["Invalid value for 'stop': expected at most 4.", ['stop']],
  ["Invalid type for 'stop[0]': expected a string, but got an integer instead.", ['stop']],
  ["'temperature' must be between 0 and 2.", ['temperature']],
  // Gemini, Groq, vLLM, FastAPI, llama.cpp
  ['Invalid JSON payload received. Unknown name "logit_bias": Cannot find field.', ['logit_bias']],
  ["property 'logit_bias' is unsupported", ['logit_bias']],
  [
    "[{'type': 'extra_forbidden', 'loc': ('body', 'top_k'), 'msg': 'Extra inputs are not permitted'}]",
    ['top_k'],
  ],
  ['messages.0.role: field required; top_k: extra fields not permitted', ['messages', 'top_k']],
  ["Completions.create() got an unexpected keyword argument 'top_k'", ['top_k']],
  ['tool_choice param requires --jinja flag', ['tool_choice']],
  ['`n` must be 1 for this model', ['n']],
])('%s', (message, names) => {
  expect(named(message)).toEqual(names)
})

test.each([
  "Invalid role 'user' is not supported here.",
  "Conversation roles must alternate: got 'user', expected 'assistant'.",
  'The stop button was pressed by the user, n times.',
  'This model’s maximum context length is 4097 tokens.',
  "Use 'max_tokens' instead.",
  "Missing required parameter: 'seed'.",
  'Only one completion choice is allowed',
  'max_tokens and logit_bias do not go together',
  '',
])('no field in %j', (message) => {
  expect(named(message)).toEqual([])
})

test('a key, a quota and a crowd are no fault of a field, unless param says so', () => {
  const message = "Rate limit for 'max_tokens' reached."
  expect(named(message, { status: 429 })).toEqual([])
  expect(named(message, { status: 403, param: 'max_tokens' })).toEqual(['max_tokens'])
  expect(rejectedFields({ message: "Unknown parameter: 'top_k'" }, sent)).toHaveLength(1)
})

test('tells a field that is not taken from a value that is not', () => {
  expect(because("Unsupported parameter: 'max_tokens' is not supported with this model.")).toBe('field')
  expect(because('Unrecognized request argument supplied: top_k')).toBe('field')
  expect(because('top_k: Extra inputs are not permitted')).toBe('field')
  expect(because('No.', { param: 'top_k', code: 'unknown_parameter' })).toBe('field')
  expect(because("Invalid value for 'temperature': expected a number.")).toBe('value')
  const oneValue = "Unsupported value: 'temperature' does not support 0.2 with this model."
  expect(because(oneValue, { code: 'unsupported_value' })).toBe('value')
  expect(because("'temperature' must be at most 2", { param: 'temperature' })).toBe('value')
})
