import { describe, expect, test } from 'vitest'
import { nearNames } from './nearNames'
import { remedyFor } from './remedies'
import { nearAddresses } from './runProbes'
import { serverKind, spaceOf } from './serverKind'

const origin = 'https://parley.example'
const at = (baseURL: string, more: object = {}) => ({
  server: serverKind({ baseURL }),
  baseURL,
  origin,
  ...more,
})
const commands = (steps: ReturnType<typeof remedyFor>) =>
  steps.flatMap(({ command, commands: each = {} }) => [...(command ? [command] : []), ...Object.values(each)])

describe('who lets no page call it is told how to let this one', () => {
  test.each([
    ['http://localhost:11434/v1', 'OLLAMA_ORIGINS'],
    ['http://localhost:1234/v1', '--cors'],
    ['http://127.0.0.1:8080/v1', `='${origin}'`.slice(1)],
    ['http://192.168.0.2:8000/v1', `--allowed-origins '["${origin}"]'`],
    ['http://localhost:9999/v1', `Access-Control-Allow-Origin: ${origin}`],
    ['https://api.example/v1', `Access-Control-Allow-Origin: ${origin}`],
  ])('%s', (baseURL, words) => {
    const said = commands(remedyFor('cors', at(baseURL)))
    expect(said.length).toBeGreaterThan(0)
    for (const command of said) expect(command).toContain(words)
  })

  test('on every system; a page from the disk has no name of its own', () => {
    const systems = ['linux', 'macos', 'windows']
    const [step] = remedyFor('cors', at('http://localhost:11434/v1'))
    expect(Object.keys(step!.commands!)).toEqual(systems)
    const disk = remedyFor('cors', at('http://localhost:11434/v1', { origin: 'null' }))
    expect(disk[0]!.commands!.windows).toBe('setx OLLAMA_ORIGINS "*"')
  })
})

test('a model is fetched and loaded by its name, as one word of the shell', () => {
  const ollama = at('http://localhost:11434/v1', { model: 'llama3:8b' })
  expect(commands(remedyFor('model-missing', ollama))).toEqual(['ollama pull llama3:8b'])
  const hostile = at('http://localhost:1234/v1', { model: "a'; rm -rf /" })
  expect(commands(remedyFor('model-not-loaded', hostile))).toEqual([`lms load 'a'\\''; rm -rf /'`])
})

test.each([
  ['http://localhost:11434/v1', 'ollama'],
  ['http://192.168.0.2:5001', 'koboldcpp'],
  ['https://api.openai.com/v1', 'openai'],
  ['https://openrouter.ai/api/v1', 'openrouter'],
  ['https://api.example:8080/v1', undefined],
  ['http://localhost/v1', undefined],
  ['parley:built-in', undefined],
])('at %s there is %s', (baseURL, kind) => expect(serverKind({ baseURL })).toBe(kind))

test.each([
  ['localhost', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['[::1]', 'loopback'],
  ['a.localhost', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.20.0.1', 'private'],
  ['nas', 'private'],
  ['box.local', 'private'],
  ['[fd00::1]', 'private'],
  ['172.40.0.1', 'public'],
  ['api.openai.com', 'public'],
])('%s is %s', (host, space) => expect(spaceOf(host)).toBe(space))

test.each([
  [
    'http://localhost:1',
    ['http://localhost:1/v1', 'http://localhost:1/api/v1', 'http://localhost:1/openai/v1'],
  ],
  [
    'http://localhost:1/v1/v1',
    ['http://localhost:1/v1', 'http://localhost:1/api/v1', 'http://localhost:1/openai/v1'],
  ],
  [
    'http://h/a?k=1',
    ['http://h/a/v1?k=1', 'http://h/v1?k=1', 'http://h/api/v1?k=1', 'http://h/openai/v1?k=1'],
  ],
])('near %s', (baseURL, near) => expect(nearAddresses(baseURL)).toEqual(near))

describe('the names nearest to one that is missing', () => {
  const names = ['gpt-4o', 'gpt-4o-mini', 'o3', 'whisper-1', 'models/gemini-2.5-pro', 'llama3:8b']
  test.each([
    ['gpt4o', 'gpt-4o'],
    ['GPT-4o mini', 'gpt-4o-mini'],
    ['gemini-2.5-pro', 'models/gemini-2.5-pro'],
    ['llama3', 'llama3:8b'],
  ])('%s', (wanted, first) => expect(nearNames(wanted, names)[0]).toBe(first))
  test('none where nothing is near, all where there are few', () => {
    expect(nearNames('zzzzzzzzzz', names)).toEqual([])
    expect(nearNames('zzzzzzzzzz', ['a', 'b'])).toEqual(['a', 'b'])
  })
})
