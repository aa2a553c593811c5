import type { Endpoint } from '../api/endpoint'
import { prefillFields, prefillOf } from '../api/prefill'
import type { ConversationId, Message, RunFacts } from '../conversation/Message'
import { toRequestMessages } from '../conversation/toRequestMessages'
import { createReplyBuilder } from '../protocol/accumulate'
import { buildRequest } from '../protocol/buildRequest'
import { ChatError } from '../protocol/ChatError'
import { retryDelay } from '../protocol/retryDelay'
import { refusesPrefill } from '../protocol/refusesPrefill'
import type { JsonObject, Parameters, RequestBody } from '../protocol/wire'
import { runFailed } from './failedHere'
import { commit, messageOf } from './conversations'
import { fieldsAccepted, prefillRefused } from './profiles'
import { createReceiver } from './receiver'
import { currentRetries } from './retries'
import { waitToRetry } from './retryWaits'
import { endOf, sendRequest } from './sendRequest'
import { modelUsed } from './settings'

/** One request of a run, and the message that waits for its answer. */
export interface Strand {
  conversation: ConversationId
  /** Undefined if it has been removed since the conversation chose it. */
  endpoint: Endpoint | undefined
  first: Message
  /** The messages that are sent, from the top. */
  path: readonly Message[]
  parameters: Parameters
  extraBody: JsonObject | undefined
  /** Words that the answer begins with, '' for none. */
  prefill: string
  facts: RunFacts
}

/** The body of a strand's request, exactly as it goes out. */
export function requestBody({
  endpoint,
  path,
  parameters,
  extraBody,
  prefill,
}: Pick<Strand, 'endpoint' | 'path' | 'parameters' | 'extraBody' | 'prefill'>): RequestBody {
  const messages = toRequestMessages(path)
  if (!prefill || !endpoint) return buildRequest({ parameters, messages, ...(extraBody && { extraBody }) })
  const style = prefillOf(endpoint)
  const given = { role: 'assistant' as const, content: prefill, ...(style === 'prefix' && { prefix: true }) }
  return buildRequest({
    parameters,
    messages: [...messages, given],
    extraBody: { ...prefillFields(style), ...extraBody },
  })
}

/**
 * Sends one request and receives its reply; resolves with its messages as they will stay, each with how it ended.
 * Never rejects: what went wrong stands on the messages, beside what came before.
 */
export async function receiveReply(strand: Strand, stopped: AbortSignal): Promise<Message[]> {
  const { conversation, endpoint, first, facts } = strand
  const builder = createReplyBuilder()
  const hangUp = new AbortController()
  const { signal } = hangUp
  const stop = () => hangUp.abort()
  const receiver = createReceiver(conversation, first, facts, stop)
  stopped.addEventListener('abort', stop)
  if (stopped.aborted) stop()
  let error: ChatError | undefined
  for (let attempt = 1; ; attempt += 1) {
    error = await sendOnce(strand, { attempt, signal, builder, receiver })
    if (!error || builder.reply().choices.length || !(await isSentAgain(strand, error, attempt, signal)))
      break
  }
  if (error) {
    runFailed(facts.id)
    if (error.kind === 'rejected' && endpoint) {
      void refused(endpoint.id, error, requestBody(strand))
      if (strand.prefill && refusesPrefill(error.toRecord())) prefillRefused(endpoint.id, facts.model ?? '')
    }
  }
  stopped.removeEventListener('abort', stop)
  const reply = builder.reply()
  const status = endOf(reply, signal, error)
  const messages = receiver.finish(reply, Date.now())
  if (!error) return messages.map((message) => ({ ...message, status }))
  // A choice that had come to its end is not spoilt by what happened to the others.
  const spoilt = messages.filter(({ finish_reason }) => !finish_reason)
  const failed = new Set(spoilt.length ? spoilt : messages)
  const record = error.toRecord()
  return messages.map((message) =>
    failed.has(message) ? { ...message, status, error: record } : { ...message, status: 'done' },
  )
}

interface Sent {
  /** From 1. */
  attempt: number
  signal: AbortSignal
  builder: ReturnType<typeof createReplyBuilder>
  receiver: ReturnType<typeof createReceiver>
}

/** Sends the request of a strand once, and hands on what comes; resolves with what went wrong. */
async function sendOnce(
  strand: Strand,
  { attempt, signal, builder, receiver }: Sent,
): Promise<ChatError | undefined> {
  const { conversation, endpoint, facts } = strand
  if (!endpoint) return new ChatError('unreachable', 'The endpoint of this conversation has been removed.')
  const body = requestBody(strand)
  const about = { conversation, run: facts.id, strand: facts.choice, attempt, endpoint: endpoint.name }
  const grew = (at: number) => receiver.grew(builder.reply, at)
  const error = await sendRequest({ endpoint, body, signal, builder, grew, about })
  if (error) return error
  if (typeof body.model === 'string') modelUsed(endpoint.id, body.model)
  fieldsAccepted(endpoint.id, Object.keys(body))
  void counted(endpoint.id, body, builder.reply().usage?.prompt_tokens)
  return undefined
}

/**
 * Waits, where a server only asks for patience and nothing has come of an answer; resolves with whether the request is to
 * be sent again. Meanwhile the error stands on the message, so that a page that is closed leaves a failure behind.
 */
async function isSentAgain(
  { conversation, first }: Strand,
  error: ChatError,
  attempt: number,
  signal: AbortSignal,
): Promise<boolean> {
  const record = error.toRecord()
  const attempts = currentRetries() + 1
  const delay = attempt < attempts ? retryDelay(record, attempt, Math.random()) : undefined
  const now = messageOf(conversation, first.id)
  if (delay === undefined || signal.aborted || !now) return false
  commit(conversation, { put: [{ ...now, error: record }], removed: [] })
  const wait = { error: record, delay, attempt: attempt + 1, attempts }
  const again = await waitToRetry(first.id, wait, signal)
  const then = messageOf(conversation, first.id)
  if (again && then) {
    const { error: _past, ...waiting } = then
    commit(conversation, { put: [waiting], removed: [] })
  }
  return again
}

/** Nothing on screen waits for it; without it the next estimate is a little worse. */
const counted = (endpoint: string, body: RequestBody, tokens: unknown) =>
  import('./calibrations').then(({ promptCounted }) => promptCounted(endpoint, body, tokens)).catch(() => {})

/** Reading the server's words is seldom needed, so it is loaded when it is; without it only the mark is missing. */
const refused = (endpoint: string, error: ChatError, body: RequestBody) =>
  import('./fieldsRefused').then(({ fieldsRefused }) => fieldsRefused(endpoint, error, body)).catch(() => {})
