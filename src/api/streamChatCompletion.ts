import { type ResponseBatch, readResponse } from '../protocol/readResponse'
import type { SentRequest } from '../protocol/SentRequest'
import type { RequestBody } from '../protocol/wire'
import type { Endpoint } from './endpoint'
import { send, withoutSecrets } from './send'

export interface ChatCompletionRequest {
  endpoint: Endpoint
  key?: string | null | undefined
  body: RequestBody
  /** Stops the request; the words that came stay, and no error is thrown. */
  signal?: AbortSignal | undefined
  /** Milliseconds without a byte, also before the first, after which the answer counts as stalled. */
  stallMs?: number | undefined
  /** Is told of the response as soon as its status and headers are there, also of a bad one. */
  onResponse?: ((response: Response) => void) | undefined
  /** Is told what is sent, without its secrets. */
  onSent?: ((request: SentRequest) => void) | undefined
  /** Is handed the bytes of each network read as they come, also those of a bad status. */
  onRead?: ((bytes: Uint8Array) => void) | undefined
}

/**
 * Asks for a chat completion and yields what comes, one batch for each array of bytes, streamed or not. Whoever stops
 * listening hangs up.
 *
 * @throws ChatError of any kind, after everything that came has been yielded
 */
export async function* streamChatCompletion({
  signal,
  stallMs,
  onResponse,
  onRead,
  ...request
}: ChatCompletionRequest): AsyncGenerator<ResponseBatch, void, void> {
  const call = new AbortController()
  const hangUp = () => call.abort()
  if (signal?.aborted) return
  signal?.addEventListener('abort', hangUp, { once: true })
  try {
    const response = await send({ ...request, path: '/chat/completions', signal: call.signal, stallMs })
    if (response === null) return
    onResponse?.(response)
    yield* readResponse(response, { signal: call.signal, stallMs, onRead })
  } catch (error) {
    throw withoutSecrets(error, request)
  } finally {
    signal?.removeEventListener('abort', hangUp)
    hangUp()
  }
}
