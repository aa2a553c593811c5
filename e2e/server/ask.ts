import { createParser } from 'eventsource-parser'
import type { ChatCompletionChunk, Delta } from '../../src/protocol/wire'

/** What came back for one request, read in every way that a test may want. */
export interface Answered {
  status: number
  headers: Headers
  text: string
  /** The data of the events, if it was a stream. */
  data: string[]
  chunks: ChatCompletionChunk[]
  deltas: Delta[]
  /** The content of one choice, joined. */
  content(index?: number): string
  finish(index?: number): string | null | undefined
  // oxlint-disable-next-line typescript/no-explicit-any -- Tests look into answers of every shape.
  json(): any
}

export interface Asked {
  body?: Record<string, unknown>
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Sends one question to a model, as a stream unless the body says otherwise. */
export const post = (baseURL: string, model: string, { body = {}, headers = {}, signal }: Asked = {}) =>
  fetch(`${baseURL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }], stream: true, ...body }),
    ...(signal ? { signal } : {}),
  })

export function readEvents(text: string): string[] {
  const data: string[] = []
  const parser = createParser({ onEvent: (event) => data.push(event.data) })
  parser.feed(text)
  parser.feed('\n')
  return data
}

export async function ask(baseURL: string, model: string, asked: Asked = {}): Promise<Answered> {
  const response = await post(baseURL, model, asked)
  // `text()` would take a byte-order mark away.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  const data = readEvents(text)
  const chunks: ChatCompletionChunk[] = data
    .filter((each) => each.startsWith('{'))
    .map((each) => JSON.parse(each))
  const ofChoice = (index: number) =>
    chunks.flatMap(({ choices }) => choices ?? []).filter((choice) => (choice.index ?? 0) === index)
  return {
    status: response.status,
    headers: response.headers,
    text,
    data,
    chunks,
    deltas: chunks.flatMap(({ choices }) => choices ?? []).map(({ delta }) => delta ?? {}),
    content: (index = 0) =>
      ofChoice(index)
        .map(({ delta }) => delta?.content ?? '')
        .join(''),
    finish: (index = 0) => ofChoice(index).findLast(({ finish_reason }) => finish_reason)?.finish_reason,
    json: () => JSON.parse(text),
  }
}

/** All the text that came before the connection broke off. */
export async function readBroken(
  response: Response,
): Promise<{ text: string; bytes: Buffer; broken: boolean }> {
  const parts: Uint8Array[] = []
  let broken = false
  try {
    for await (const part of response.body!) parts.push(part)
  } catch {
    broken = true
  }
  const bytes = Buffer.concat(parts)
  return { text: bytes.toString(), bytes, broken }
}
