import { afterEach, describe, expect, test, vi } from 'vitest'
import { createGuideFetch } from './guideFetch'

interface Answer {
  id: string
  object: string
  created: number
  model: string
  system_fingerprint: string
  choices: {
    index: number
    message: { role: string; content: string; refusal: null }
    delta: { role?: string; content?: string }
    logprobs: { content: { token: string; logprob: number }[] } | null
    finish_reason: string | null
  }[]
  usage?: { prompt_tokens: number; completion_tokens: number; total_tokens: number } | null
}

const address = 'parley:built-in/chat/completions'
const guideFetch = createGuideFetch({ tokensPerSecond: Infinity })
const user = (content: unknown) => [{ role: 'user', content }]
const story = { model: 'babble', messages: user('Tell me a short story.'), seed: 3 }
const question = { model: 'guide', messages: user('What is a list comprehension?') }

const post = (body: unknown, init: RequestInit = {}, call = guideFetch) =>
  call(address, { method: 'POST', body: JSON.stringify(body), ...init })

async function ask(body: object): Promise<Answer> {
  const response = await post(body)
  return response.json()
}

async function stream(body: object): Promise<{ chunks: Answer[]; last: string }> {
  const response = await post({ ...body, stream: true })
  const events = (await response.text()).split('\n\n').slice(0, -1)
  const data = events.map((event) => event.replace(/^data: /, ''))
  return { chunks: data.slice(0, -1).map((text): Answer => JSON.parse(text)), last: data.at(-1)! }
}

const textOf = (chunks: Answer[], index = 0) =>
  chunks
    .flatMap(({ choices }) =>
      choices.filter((choice) => choice.index === index).map(({ delta }) => delta.content ?? ''),
    )
    .join('')

describe('like fetch', () => {
  test('answers with a Response, headers and all', async () => {
    const response = await post(question)
    expect(response).toBeInstanceOf(Response)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('x-request-id')).toMatch(/^req_/)
  })

  test('takes a Request, a URL, any base and a body of bytes', async () => {
    const body = JSON.stringify(question)
    const bytes = new TextEncoder().encode(body)
    const calls = [
      guideFetch(new Request('https://example.org/v1/chat/completions', { method: 'POST', body })),
      guideFetch(new URL(address), { method: 'post', body }),
      guideFetch('parley:built-in/v1/chat/completions?x=1', { method: 'POST', body: bytes }),
    ]
    for (const response of await Promise.all(calls)) expect(response.status).toBe(200)
  })

  test('lists its models, and each of them', async () => {
    const response = await guideFetch('parley:built-in/models')
    const { data }: { data: { id: string; object: string }[] } = await response.json()
    expect(data.map(({ id, object }) => [id, object])).toEqual([
      ['guide', 'model'],
      ['babble', 'model'],
    ])
    expect((await guideFetch('parley:built-in/models/babble')).status).toBe(200)
    expect((await guideFetch('parley:built-in/models/other')).status).toBe(404)
  })

  test('an aborted signal rejects before anything is done', async () => {
    await expect(post(question, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    const controller = new AbortController()
    const answer = post(question, { signal: controller.signal })
    controller.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    const request = new Request(address, { method: 'POST', body: '{}', signal: AbortSignal.abort() })
    await expect(guideFetch(request)).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the answer', () => {
  test('has the shape of a chat.completion', async () => {
    const answer = await ask(question)
    expect(answer).toMatchObject({ object: 'chat.completion', model: 'guide' })
    expect(answer.id).toMatch(/^chatcmpl-/)
    expect(answer.choices[0]).toMatchObject({
      index: 0,
      message: { role: 'assistant', refusal: null },
      logprobs: null,
      finish_reason: 'stop',
    })
    expect(answer.choices[0]?.message.content).toContain('### List comprehensions')
  })

  test('streamed is a role, pieces, an empty delta with the reason, and [DONE]', async () => {
    const { chunks, last } = await stream(story)
    expect(last).toBe('[DONE]')
    expect(chunks[0]?.choices[0]).toEqual({
      index: 0,
      delta: { role: 'assistant', content: '' },
      logprobs: null,
      finish_reason: null,
    })
    expect(chunks.at(-1)?.choices[0]).toMatchObject({ delta: {}, finish_reason: 'stop' })
    expect(new Set(chunks.map(({ id, object }) => `${id} ${object}`)).size).toBe(1)
  })

  test.each([story, question, { ...story, n: 3, logprobs: true, max_tokens: 40, stop: [' the'] }])(
    'is the same streamed and whole: %j',
    async (body) => {
      const whole = await ask(body)
      const { chunks } = await stream(body)
      for (const { index, message, finish_reason } of whole.choices) {
        expect(textOf(chunks, index)).toBe(message.content)
        const end = chunks.findLast(({ choices }) => choices[0]?.index === index)
        expect(end?.choices[0]?.finish_reason).toBe(finish_reason)
      }
    },
  )

  test('streams several choices interleaved', async () => {
    const { chunks } = await stream({ ...story, n: 3 })
    const order = chunks.slice(3, 12).map(({ choices }) => choices[0]?.index)
    expect(order).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2])
  })

  test('guide gives its next best answers as further choices', async () => {
    const { choices } = await ask({ ...question, n: 3 })
    expect(new Set(choices.map(({ message }) => message.content)).size).toBe(3)
  })

  test('a system message that asks for brevity gets it', async () => {
    const messages = user('What does temperature do?')
    const usual = await ask({ model: 'guide', messages })
    const brief = await ask({
      model: 'guide',
      messages: [{ role: 'system', content: 'Be brief.' }, ...messages],
    })
    expect(brief.usage!.completion_tokens).toBeLessThan(usual.usage!.completion_tokens)
  })

  test('text parts are read like a string', async () => {
    const parts = await ask({
      ...question,
      messages: user([{ type: 'text', text: 'What is a list comprehension?' }]),
    })
    expect(parts.choices[0]?.message.content).toContain('### List comprehensions')
  })
})

describe('limits', () => {
  test.each(['guide', 'babble'])('%s stops at exactly max_tokens and says length', async (model) => {
    const { choices, usage } = await ask({ ...question, model, max_tokens: 9 })
    expect(choices[0]?.finish_reason).toBe('length')
    expect(usage?.completion_tokens).toBe(9)
    const newer = await ask({ ...question, model, max_completion_tokens: 9, n: 2 })
    expect(newer.usage?.completion_tokens).toBe(18)
  })

  test('a stop sequence never appears, also across tokens', async () => {
    const { choices } = await ask({ ...story, temperature: 0 })
    const full = choices[0]!.message.content
    for (const start of [10, 55, 120, 200]) {
      const stop = full.slice(start, start + 13)
      const cut = await ask({ ...story, temperature: 0, stop })
      expect(cut.choices[0]).toMatchObject({
        message: { content: full.slice(0, full.indexOf(stop)) },
        finish_reason: 'stop',
      })
    }
    const several = await ask({ ...story, stop: ['zebra', '.', ','] })
    expect(several.choices[0]?.message.content).not.toMatch(/[.,]/)
  })

  test('JSON that was cut does not parse, and says length', async () => {
    const messages = user('A story as JSON')
    const { choices } = await ask({
      ...story,
      messages,
      response_format: { type: 'json_object' },
      max_tokens: 20,
    })
    expect(choices[0]?.finish_reason).toBe('length')
    expect(() => JSON.parse(choices[0]!.message.content)).toThrow()
  })
})

describe('usage', () => {
  test('adds up, and counts what was said', async () => {
    const { usage, choices } = await ask({ ...story, logprobs: true })
    expect(usage?.total_tokens).toBe(usage!.prompt_tokens + usage!.completion_tokens)
    expect(usage?.completion_tokens).toBe(choices[0]?.logprobs?.content.length)
    const longer = await ask({ ...story, messages: [...story.messages, ...user('And another?')] })
    expect(longer.usage?.prompt_tokens).toBeGreaterThan(usage!.prompt_tokens)
  })

  test('closes a stream only when asked for', async () => {
    const { chunks } = await stream({ ...story, stream_options: { include_usage: true } })
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 12 } })
    expect(chunks[0]?.usage).toBeNull()
    const plain = await stream(story)
    expect(plain.chunks.every((chunk) => !('usage' in chunk))).toBe(true)
  })
})

describe('pace', () => {
  afterEach(() => vi.useRealTimers())

  /** A clock that only moves when somebody sleeps on it, or when it is told to. */
  function createClock() {
    const clock = {
      time: 0,
      naps: [] as number[],
      now: () => clock.time,
      sleep: async (milliseconds: number) => {
        clock.naps.push(milliseconds)
        clock.time += milliseconds
      },
    }
    return clock
  }
  const open = async (call: typeof fetch) =>
    (await post({ ...story, stream: true }, {}, call)).body!.getReader()
  const eventsIn = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes).split('\n\n').length - 1

  test('sends a token at a time, as fast as it is told', async () => {
    const clock = createClock()
    const reader = await open(createGuideFetch({ tokensPerSecond: 50, ...clock }))
    for (let count = 0; count < 10; count += 1) expect(eventsIn((await reader.read()).value)).toBe(1)
    expect(clock.time).toBeCloseTo(180)
  })

  test('catches up after a late timer', async () => {
    const clock = createClock()
    const reader = await open(createGuideFetch({ tokensPerSecond: 50, ...clock }))
    await reader.read()
    clock.time += 1000
    expect(eventsIn((await reader.read()).value)).toBe(50)
    expect(eventsIn((await reader.read()).value)).toBe(1)
  })

  test('makes nothing that nobody reads', async () => {
    const clock = createClock()
    await open(createGuideFetch({ tokensPerSecond: 50, ...clock }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(clock.naps).toEqual([])
  })

  test('an abort errors the stream and clears the timer', async () => {
    vi.useFakeTimers()
    const controller = new AbortController()
    const response = await post(
      { ...story, stream: true },
      { signal: controller.signal },
      createGuideFetch({ tokensPerSecond: 1 }),
    )
    const reader = response.body!.getReader()
    await reader.read()
    const waiting = reader.read()
    await vi.advanceTimersByTimeAsync(10)
    expect(vi.getTimerCount()).toBe(1)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('whoever stops reading frees it too', async () => {
    vi.useFakeTimers()
    const reader = await open(createGuideFetch({ tokensPerSecond: 1 }))
    await reader.read()
    const waiting = reader.read()
    await vi.advanceTimersByTimeAsync(10)
    await reader.cancel()
    expect((await waiting).done).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('errors', () => {
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
    [
      'both limits',
      { max_tokens: 1, max_completion_tokens: 1 },
      'max_tokens',
      'invalid_parameter_combination',
    ],
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
    ['a schema', { response_format: { type: 'json_schema', json_schema: {} } }, 'response_format', null],
    ['JSON mode without the word', json, 'messages', null],
    ['five stops', { stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop', 'array_above_max_length'],
    ['stop a number', { stop: 1 }, 'stop', 'invalid_type'],
    ['top_logprobs alone', { top_logprobs: 2 }, 'top_logprobs', null],
    [
      'top_logprobs too many',
      { logprobs: true, top_logprobs: 21 },
      'top_logprobs',
      'integer_above_max_value',
    ],
    ['stream_options alone', { stream_options: { include_usage: true } }, 'stream_options', null],
    ['stream a string', { stream: 'yes' }, 'stream', 'invalid_type'],
    ['tools', { tools: [{ type: 'function', function: { name: 'f' } }] }, 'tools', 'unsupported_parameter'],
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
})
