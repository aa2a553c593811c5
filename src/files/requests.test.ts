import { describe, expect, test } from 'vitest'
import { visiblePath } from '../conversation/Tree'
import { toRequestMessages } from '../conversation/toRequestMessages'
import { buildRequest } from '../protocol/buildRequest'
import { FileFault } from './FileFault'
import { readText } from './readText'

const first = (text: string) => readText(text, 7).found[0]!
const bodyOf = (text: string) => {
  const { tree } = first(text)
  return buildRequest({
    parameters: tree.conversation.parameters,
    messages: toRequestMessages(visiblePath(tree)),
  })
}
const faultOf = (text: string) => {
  try {
    return readText(text, 7).faults.map(String)
  } catch (error) {
    return error instanceof FileFault ? error.message : error
  }
}

const body = {
  model: 'm',
  messages: [
    { role: 'system', content: 'It’s “so”: \'x\' "y" $HOME \\n\n`z`' },
    { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c', type: 'function', function: { name: 'f' } }],
    },
    { role: 'tool', content: '4', tool_call_id: 'c' },
  ],
  stream: true,
  top_k: 3,
  stop: null,
}
const json = JSON.stringify(body)
const single = `'${json.replaceAll("'", String.raw`'\''`)}'`
const double = `"${json.replace(/[$`"\\]/g, String.raw`\$&`)}"`
const ansi = `$'${json.replace(/[\\']/g, String.raw`\$&`)}'`

describe('a command for curl', () => {
  test.each([
    `curl https://a.example/v1/chat/completions -d ${single}`,
    `$ curl -sSN --location 'https://a.example/v1/chat/completions' \\\n  --header 'Content-Type: application/json' \\\n --data-raw ${double}`,
    `curl -XPOST -H"Authorization: Bearer $KEY" https://a.example/v1/chat/completions --data ${ansi} | jq .`,
    `curl --url https://a.example/v1/chat/completions --json @- <<'EOF'\n${json}\nEOF\n`,
    `# Ask.\nKEY=1 curl.exe --compressed -m 30 -o out.json https://a.example/v1/chat/completions -sd${single}`,
  ])('%s', (text) => {
    expect(bodyOf(text)).toEqual(body)
    const { source, request, isWhole } = first(text)
    expect({ source, request, isWhole }).toEqual({
      source: 'curl',
      request: { url: 'https://a.example/v1/chat/completions', secrets: [] },
      isWhole: true,
    })
  })

  test.each([
    ['-H "Authorization: Bearer sk-abc-123"', ['sk-abc-123'], 'sk-abc-123'],
    ["--header 'x-api-key:  k1 ' -H 'accept: x'", ['k1']],
    ['-u user:pass', ['user:pass']],
    ['--oauth2-bearer t0', ['t0'], 't0'],
    ['-H "api-key: ${KEY}" -H "Authorization: Bearer <token>"', []],
  ])('keys in it are found, and are in no message: %s', (options, secrets, key?: string) => {
    const { request, tree } = first(`curl a.example/v1 ${options} -d ${single}`)
    expect(request).toEqual({ url: 'a.example/v1', secrets, key })
    expect(JSON.stringify([...tree.messages, tree.conversation])).not.toContain(secrets[0] ?? 'sk-')
  })

  test('a key in the address is found as well, and the address is told without it', () => {
    const { request } = first(`curl 'a.example/v1?code=k-1&v=2&key=$KEY' -H 'x-api-key: k2' -d ${single}`)
    expect(request).toEqual({ url: 'a.example/v1?code=***&v=2&key=***', secrets: ['k2', 'k-1'] })
  })

  test.each([
    ['curl https://a.example', 'no-body'],
    ['curl https://a.example -d @body.json', 'body-in-file: body.json'],
    ['curl https://a.example -d hello', 'not-json'],
    ['curl https://a.example -d \'{"input":"x"}\'', 'no-messages'],
  ])('%s: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })
})

const answer = {
  id: 'a',
  model: 'm-1',
  choices: [
    { index: 0, message: { role: 'assistant', content: 'One' }, finish_reason: 'stop' },
    { index: 1, message: { role: 'assistant', content: 'Two' }, finish_reason: 'length' },
  ],
  usage: { prompt_tokens: 3 },
}

describe('a request that was logged', () => {
  const { messages, ...parameters } = body
  test.each([
    ['request and response', { request: body, response: answer }],
    ['as texts (llama.cpp)', { msg: 'request', request: json, response: JSON.stringify(answer) }],
    ['Helicone', { request: { id: 'r', body }, response: { status: 200, body: answer } }],
    ['request_body', { request_body: body, response_body: answer, created_at: '2026-01-01' }],
    [
      'LiteLLM’s proxy',
      {
        id: 'x',
        model: 'm',
        proxy_server_request: { url: 'u', headers: { a: 'b' }, body },
        response: answer,
      },
    ],
    ['LiteLLM', { id: 'x', model: 'm', messages, model_parameters: parameters, response: answer }],
  ])('%s: the body to the letter, and the first choice behind it', (_, line) => {
    const { tree, source } = first(JSON.stringify(line))
    const path = visiblePath(tree)
    expect(source).toBe('log')
    expect(toRequestMessages(path.slice(0, -1))).toEqual(messages)
    expect(tree.conversation.parameters).toEqual(parameters)
    expect(path.at(-1)).toMatchObject({ content: 'One', finish_reason: 'stop' })
    expect(path.at(-1)?.run).toMatchObject({ model: 'm-1', usage: { prompt_tokens: 3 } })
    expect([...tree.messages.values()].map(({ content }) => content)).toContain('Two')
  })

  test('what OpenAI stores has choices beside its messages; a batch has no answers', () => {
    expect(
      visiblePath(first(JSON.stringify({ object: 'chat.completion', messages, ...answer })).tree),
    ).toHaveLength(5)
    const line = JSON.stringify({ custom_id: '1', method: 'POST', url: '/v1/chat/completions', body })
    const { found } = readText(`${line}\n${line}\n`, 7)
    expect(found.map(({ source }) => source)).toEqual(['log', 'log'])
    expect(bodyOf(line)).toEqual(body)
  })

  test('a response alone is no request', () => {
    expect(faultOf(JSON.stringify(answer))).toBe('unknown')
  })
})
