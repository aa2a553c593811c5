import type { RequestBody } from '../protocol/wire'

/** A request as a program would send it. No key and no value of a header is in it: only the names of variables. */
export interface CodeRequest {
  /** The address before `/chat/completions`, and the address of that. */
  baseURL: string
  url: string
  /** The environment variable that holds the key; undefined where none is sent. */
  keyVariable: string | undefined
  /** Further headers, each with the environment variable that holds its value. */
  headers: readonly HeaderVariable[]
  /** Keys that go into the query, which the addresses lack. */
  query?: readonly HeaderVariable[]
  body: RequestBody
}

export interface HeaderVariable {
  name: string
  variable: string
}

/** The languages in which a request can be written. */
export const codeLanguages = ['javascript', 'fetch', 'python', 'curl'] as const
export type CodeLanguage = (typeof codeLanguages)[number]

export const officialURL = 'https://api.openai.com/v1'

/** Whether the answer comes in pieces. */
export const isStreamed = ({ stream }: RequestBody) => stream === true

/** What of an answer is worth printing, by what was asked for. */
export function printed({ body, baseURL }: CodeRequest) {
  const { n, tools, functions, stream_options } = body
  const isListed = (list: unknown) => Array.isArray(list) && list.length > 0
  return {
    choices: typeof n === 'number' && n > 1,
    calls: isListed(tools) || isListed(functions),
    // The official API does not give it away, others do so unasked.
    reasoning: baseURL !== officialURL,
    usage: !isStreamed(body) || stream_options?.include_usage === true,
  }
}
