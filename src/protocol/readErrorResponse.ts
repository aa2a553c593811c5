import { ChatError, type ChatErrorEvidence } from './ChatError'
import { readBytes, type ReadOptions } from './readBytes'
import { readErrorObject } from './readErrorObject'
import { readJson } from './readJson'
import { excerptOf } from './redact'
import { retryAfter } from './retryAfter'
import { retryWords } from './retryWords'
import { looksLikePage, summarisePage } from './summarisePage'

/** No error needs more; the rest of a longer page is not read. In bytes. */
const enough = 64 * 1024

/**
 * Why a server refused, from a response with a bad status: its own words from JSON of any known shape, from an HTML
 * page (summarised) or from plain text, with `code`, `type`, `param`, the time to wait and the id of the request.
 * Never rejects: where the body cannot be read, the status speaks alone. Keys in the text become `[key]`.
 *
 * @param options.now milliseconds since 1970, for a `Retry-After` that is a date
 */
export async function readErrorResponse(
  response: Response,
  options: ReadOptions & { now?: (() => number) | undefined } = {},
): Promise<ChatError> {
  const text = await readText(response, options)
  const evidence: ChatErrorEvidence = {}
  const error = readErrorObject(readJson(text), true)
  Object.assign(evidence, error?.evidence)
  if (response.status !== 0) evidence.status = response.status
  const asked = retryAfter(response.headers, (options.now ?? Date.now)())
  const seconds = asked ?? (response.status === 429 ? retryWords(error?.message ?? text) : undefined)
  if (seconds !== undefined) evidence.retryAfter = seconds
  const requestId = response.headers.get('x-request-id') ?? response.headers.get('request-id')
  if (requestId !== null && requestId !== '') evidence.requestId = requestId
  if (error !== null) return new ChatError('rejected', error.message, evidence)
  if (text.trim() !== '') evidence.excerpt = excerptOf(text)
  return new ChatError('rejected', words(text) || silent(response), evidence)
}

const silent = ({ status, statusText }: Response) =>
  `The server answered ${`${status} ${excerptOf(statusText, 100)}`.trim()} without saying why.`

function words(text: string) {
  if (looksLikePage(text)) return summarisePage(text)
  // JSON that holds no words is evidence, not a sentence.
  return /^\s*[{[]/.test(text) ? '' : excerptOf(text.replace(/\s+/g, ' '), 500)
}

async function readText({ body }: Response, options: ReadOptions) {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  if (body === null) return text
  try {
    for await (const piece of readBytes(body, options)) {
      text += decoder.decode(piece.subarray(0, enough - length), { stream: true })
      length += piece.length
      if (length >= enough) break
    }
  } catch {
    // What came until here is all there is.
  }
  return text + decoder.decode()
}
