import { describe, expect, test } from 'vitest'
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

describe('JSON mode of guide', () => {
  const asJson = async (content: string): Promise<unknown> => {
    const { choices } = await ask({
      model: 'guide',
      messages: user(content),
      response_format: { type: 'json_object' },
    })
    return JSON.parse(choices[0]!.message.content)
  }

  test('reads the fields that are asked for', async () => {
    const sentence =
      'Extract name, age, and city from: "Ilse Vogel is 52 years old and lives in Graz.". Return JSON.'
    expect(await asJson(sentence)).toEqual({ name: 'Ilse Vogel', age: 52, city: 'Graz' })
  })

  test('otherwise gives what the search found', async () => {
    expect(await asJson('What is top_p? Answer in JSON.')).toMatchObject({
      heading: 'top_p: nucleus sampling',
      text: expect.stringContaining('likeliest tokens'),
    })
    expect(await asJson('What is the capital of France? JSON')).toEqual({ heading: null, text: null })
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
