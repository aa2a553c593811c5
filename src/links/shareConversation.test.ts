import { expect, test } from 'vitest'
import { conversation, message } from '../conversation/fixtures/trees'
import { toTree } from '../conversation/Tree'
import { encodeLink } from './linkCodec'
import { pack } from './pack'
import { shareConversation } from './shareConversation'
import { modelName } from './secrets'
import { toMarkdown } from './toMarkdown'

const key = 'correct-horse-battery-staple'
const run = {
  id: 'r',
  choice: 0,
  endpoint: 'private.example',
  model: '/home/anna/models/tiny.gguf',
  parameters: { model: 'C:\\Users\\anna\\tiny.gguf', user: 'anna@example.com' },
  started: 7,
}
const tree = toTree(
  {
    ...conversation,
    title: `About ${key}`,
    parameters: JSON.parse(
      JSON.stringify({
        model: '/home/anna/models/tiny.gguf',
        temperature: 0.5,
        max_tokens: 10,
        user: 'anna@example.com',
        tools: [
          { type: 'mcp', server_url: 'https://private.example', headers: { Authorization: `Bearer ${key}` } },
          {
            type: 'function',
            function: {
              name: 'sign_in',
              parameters: {
                type: 'object',
                properties: { password: { type: 'string' }, headers: { type: 'object' } },
              },
            },
          },
        ],
      }),
    ),
    extraBody: {
      api_key: key,
      nested: { apiKey: key, baseURL: 'https://private.example', top_k: 4, token: 'abc' },
    },
  },
  [
    message('q', null, { content: `My key is ${key}, and an old one sk-proj-abcdefghij0123456789.` }),
    message('a', 'q', {
      role: 'assistant',
      content: 'An answer.',
      run,
      logprobs: { content: [] },
      status: 'failed',
      error: { kind: 'rejected', message: 'at https://private.example', status: 401, requestId: 'private' },
    }),
    message('b', 'a', {
      content: [
        { type: 'text', text: 'See this.' },
        { type: 'file', file: { filename: '/home/anna/diary.pdf', file_data: 'x'.repeat(9000) } },
      ],
    }),
    message('c', 'a', { content: 'A branch.' }),
  ],
)

test('no key, header, address, path or name of a person gets into a link; what stayed behind is said', async () => {
  const { shared, leftOut } = shareConversation(tree, { all: true }, { secrets: [key] })
  const letters = JSON.stringify(pack(shared)) + toMarkdown(shared) + (await encodeLink(shared))
  for (const secret of [key, 'sk-proj', 'private', 'anna', '/home', 'Users', '"abc"'])
    expect(letters, secret).not.toContain(secret)
  expect(shared.parameters).toMatchObject({ model: 'tiny.gguf', temperature: 0.5, max_tokens: 10 })
  expect(shared.extraBody).toEqual({ nested: { top_k: 4 } })
  expect(letters).toContain('"password":{"type":"string"},"headers":{"type":"object"}')
  expect(shared.messages[0]!.content).toBe('My key is [key], and an old one [key].')
  expect(shared.messages[1]!.error).toEqual({ kind: 'rejected', status: 401 })
  expect(leftOut).toEqual({
    logprobs: 1,
    secrets: 2,
    fields: expect.arrayContaining([
      'user',
      'server_url',
      'headers',
      'api_key',
      'apiKey',
      'baseURL',
      'token',
    ]),
    attachments: [{ type: 'file', name: 'diary.pdf', size: expect.any(Number) }],
    unfinished: 0,
  })
})

test('a part of what is in view is shared as a path of its own', () => {
  const said = (scope: Parameters<typeof shareConversation>[1]) =>
    shareConversation(tree, scope).shared.messages.map(({ content, parent }) => [content, parent])
  expect(said({ all: false, from: 'a' })).toEqual([
    ['An answer.', null],
    ['A branch.', 0],
  ])
  expect(said({ all: false, from: 'a', to: 'a' })).toEqual([['An answer.', null]])
  expect(said({ all: false, to: 'b' })).toHaveLength(3)
})

test.each([
  ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
  ['models/gemini-2.0-flash', 'models/gemini-2.0-flash'],
  ['/home/anna/tiny.gguf', 'tiny.gguf'],
  ['./models/tiny/', 'tiny'],
  ['anna/models/tiny.gguf', 'tiny.gguf'],
  ['D:\\models\\tiny.gguf', 'tiny.gguf'],
  ['~/tiny', 'tiny'],
])('the model %s is called %s', (model, name) => expect(modelName(model)).toBe(name))

test('Markdown has who said what, with calls in fences that hold', () => {
  const call = { index: 0, id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a":"```"}' } }
  const markdown = toMarkdown({
    title: 'A\ntitle',
    parameters: {},
    messages: [
      { role: 'user', content: 'Hello', status: 'done', parent: null },
      {
        role: 'assistant',
        content: '',
        status: 'done',
        parent: 0,
        tool_calls: [call],
        run: { model: 'm', parameters: {} },
      },
    ],
  })
  expect(markdown).toBe(
    '# A title\n\n**user**:\n\nHello\n\n**assistant** (m):\n\nCalls `f`:\n\n````json\n{"a":"```"}\n````\n',
  )
})
