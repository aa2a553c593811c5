import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import type { RequestBody } from '../protocol/wire'
import { type CodeLanguage, type CodeRequest, codeLanguages } from './CodeRequest'
import { headerVariables } from './variables'
import { writeCode } from './writeCode'

const server = await startTestServer()
afterAll(() => server.close())

const root = join(import.meta.dirname, '..', '..')
const nasty = 'It\'s "so": `x` $HOME $(id) \\n %s ! \u2028 😀\nEOF\nJSON\n'
/** Whatever a name may hold (RFC 9110, section 5.6.2). */
const nastyName = "x-`id`-$HOME-!#%&'*+^|~"
const body: RequestBody = {
  model: 'choices?tokens=4',
  messages: [
    { role: 'system', content: nasty },
    { role: 'user', content: [{ type: 'text', text: nasty }] },
  ],
  temperature: 0.5,
  stop: null,
  top_k: 40,
  extra_headers: { constructor: true },
  logit_bias: { '1': -1 },
}
const tools = [{ type: 'function' as const, function: { name: 'f', parameters: { type: 'object' } } }]

const requestFor = (tenant: string, fields: Record<string, unknown> = {}): CodeRequest => {
  const baseURL = `${server.url}/t/${tenant}/v1`
  const headers = headerVariables(['X-Team', 'Key', nastyName], 'GROQ_API_KEY')
  return {
    baseURL,
    url: `${baseURL}/chat/completions`,
    keyVariable: 'GROQ_API_KEY',
    headers,
    body: { ...body, ...fields },
  }
}
const env = {
  ...process.env,
  GROQ_API_KEY: 'sk-1',
  X_TEAM: 'a b',
  HEADER_KEY: 'k',
  X_ID_HOME: 'nasty',
  API_KEY: 'q1',
  SIG_2: 'q2',
}

/** Runs what was printed, as its reader would, and resolves with what it prints. */
function run(language: CodeLanguage, code: string): Promise<string> {
  const [program, ...args] = language === 'curl' ? ['sh'] : ['node', '--input-type=module', '-']
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { cwd: root, env }, (error, printed, said) =>
      error ? reject(new Error(`${said}\n${code}`, { cause: error })) : resolve(printed),
    )
    child.stdin!.end(code)
  })
}

const canRun = (program: string) => {
  try {
    execFileSync(program, ['--version'])
    return true
  } catch {
    return false
  }
}
const ways = (['javascript', 'fetch', 'curl'] as const).flatMap((language) =>
  [undefined, true].map((stream) => ({ language, stream })),
)
/** Where the machine has no curl, its lines are only written. */
const runnable = ways.filter(({ language }) => language !== 'curl' || canRun('curl'))

describe('what is printed, when it is run', () => {
  test.concurrent.each(runnable)(
    '$language, stream: $stream: sends exactly the body, the key and the headers, and prints the answer',
    async ({ language, stream }) => {
      const tenant = `code-${language}-${stream}`
      const request = requestFor(tenant, {
        ...(stream && { stream, stream_options: { include_usage: true } }),
        n: 2,
        tools,
      })
      const query = [
        { name: 'api-key', variable: 'API_KEY' },
        { name: 'sig', variable: 'SIG_2' },
      ]
      const printed = await run(language, writeCode(language, { ...request, query }))
      const [sent, ...others] = server.requests(tenant)
      expect(others).toEqual([])
      expect(JSON.stringify(sent?.body)).toBe(JSON.stringify(request.body))
      expect(sent?.path).toMatch(/\/chat\/completions\?api-key=q1&sig=q2$/)
      expect(sent?.headers).toMatchObject({
        authorization: 'Bearer sk-1',
        'x-team': 'a b',
        key: 'k',
        [nastyName.toLowerCase()]: 'nasty',
      })
      expect(printed).toContain('Choice')
      expect(printed).toMatch(/prompt_tokens/)
      if (language !== 'curl') expect(printed).toMatch(/\[0\][^]*Choice[^]*\[1\][^]*Choice/)
    },
    120_000,
  )
})

test.skipIf(!canRun('curl'))(
  'a body that is too long for an argument reaches the server through curl',
  async () => {
    const request = requestFor('code-long', { messages: [{ role: 'user', content: nasty.repeat(5000) }] })
    await run('curl', writeCode('curl', request))
    expect(server.requests('code-long')[0]?.body).toEqual(request.body)
  },
)

/** The body that Python's package would send: its named arguments, and beside them `extra_body`. */
const pythonReads = `
import ast, json, sys
[tree] = [ast.parse(open(sys.argv[1], encoding="utf8").read())]
[call] = [c for c in ast.walk(tree) if isinstance(c, ast.Call) and getattr(c.func, "attr", "") == "create"]
body = {k.arg: ast.literal_eval(k.value) for k in call.keywords if not isinstance(k.value, ast.Name)}
body.update(body.pop("extra_body", {}))
print(json.dumps(body))
`

test.skipIf(!canRun('python3')).each([
  ['as it is', {}],
  ['without a model', { model: undefined }],
  ['streamed', { stream: true, n: 2, tools, stream_options: { include_usage: true } }],
])('Python %s: is Python, and has exactly the body in it', (_, fields) => {
  const request = requestFor('code-python')
  const own: RequestBody = JSON.parse(JSON.stringify({ ...request.body, ...fields }))
  const file = join(mkdtempSync(join(tmpdir(), 'parley-')), 'request.py')
  const code = writeCode('python', { ...request, body: own })
  writeFileSync(file, code)
  const read: unknown = JSON.parse(execFileSync('python3', ['-c', pythonReads, file], { encoding: 'utf8' }))
  expect(read).toEqual(own)
})

test('plain requests are as short as in the documentation', () => {
  const official: CodeRequest = {
    baseURL: 'https://api.openai.com/v1',
    url: 'https://api.openai.com/v1/chat/completions',
    keyVariable: 'OPENAI_API_KEY',
    headers: [],
    body: { model: 'gpt-4.1', messages: [{ role: 'user', content: 'Hi' }], stream: true },
  }
  expect(writeCode('javascript', official)).toBe(`import OpenAI from 'openai'

const client = new OpenAI()

const stream = await client.chat.completions.create({
  model: 'gpt-4.1',
  messages: [{ role: 'user', content: 'Hi' }],
  stream: true,
})

for await (const chunk of stream) {
  for (const { delta } of chunk.choices) {
    process.stdout.write(delta.content ?? '')
  }
}
`)
  expect(writeCode('python', official)).toBe(`from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(
    model="gpt-4.1",
    messages=[{"role": "user", "content": "Hi"}],
    stream=True,
)

for chunk in stream:
    for choice in chunk.choices:
        delta = choice.delta
        print(delta.content or "", end="", flush=True)
`)
  expect(writeCode('curl', official)).toBe(`curl -N https://api.openai.com/v1/chat/completions \\
  -H 'Content-Type: application/json' \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -d '{
  "model": "gpt-4.1",
  "messages": [{ "role": "user", "content": "Hi" }],
  "stream": true
}'
`)
})

test('no key: none is sent, and the packages get a word for it; a query is kept', () => {
  const request: CodeRequest = {
    baseURL: 'http://localhost:1234/v1?api-version=2',
    url: 'http://localhost:1234/v1/chat/completions?api-version=2',
    keyVariable: undefined,
    headers: [],
    body: { messages: [] },
  }
  const all = codeLanguages.map((language) => writeCode(language, request))
  expect(all.join('')).not.toMatch(/Authorization|API_KEY/)
  expect(all[0]).toContain("apiKey: 'none'")
  expect(all[0]).toContain("defaultQuery: { 'api-version': '2' }")
  expect(all[2]).toContain('default_query={"api-version": "2"}')
  expect(all[3]).toContain("'http://localhost:1234/v1/chat/completions?api-version=2'")
})

test('in Python, keys of the query are read from the environment', () => {
  const code = writeCode('python', {
    baseURL: 'http://localhost:1234/v1?api-version=2',
    url: 'http://localhost:1234/v1/chat/completions?api-version=2',
    keyVariable: undefined,
    headers: [],
    query: [{ name: 'api-key', variable: 'API_KEY' }],
    body: { messages: [] },
  })
  expect(code).toMatch(/^import os$/m)
  expect(code).toContain(`default_query={
        "api-version": "2",
        "api-key": os.environ["API_KEY"],
    },`)
})

test('each header has a variable of its own, none that has a meaning already', () => {
  const names = headerVariables(
    ['X-Key', 'x_key', 'path', '1-a', 'api-key', 'OpenAI-API-Key'],
    'OPENAI_API_KEY',
  )
  expect(names.map(({ variable }) => variable)).toEqual([
    'X_KEY',
    'X_KEY_2',
    'HEADER_PATH',
    'HEADER_1_A',
    'API_KEY',
    'OPENAI_API_KEY_2',
  ])
})
