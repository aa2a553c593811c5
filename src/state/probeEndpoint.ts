import {
  type Capability,
  capabilities,
  endsProbe,
  type LimitName,
  type Question,
  questionOf,
  refusalVerdict,
  type Verdict,
} from '../api/capabilities'
import type { Endpoint } from '../api/endpoint'
import { prefillOf } from '../api/prefill'
import { streamChatCompletion } from '../api/streamChatCompletion'
import { createReplyBuilder } from '../protocol/accumulate'
import type { ErrorRecord } from '../protocol/ChatError'
import type { Reply } from '../protocol/wire'
import { estimateTokens } from '../tokens/estimateTokens'
import { asChatError } from './asChatError'
import { keyFor } from './keys'
import { fieldRejected, fieldsAccepted, prefillRefused } from './profiles'
import { probeKept, type Shown } from './probes'
import { currentSettings } from './settings'

export { type Capability, capabilities, type Shown, type Verdict }

export interface ProbeProgress {
  results: Partial<Record<Capability, Shown>>
  requests: number
  /** Tokens of prompts and answers, as far as the server counted them. */
  tokens: number
  /** Requests of which the server told no tokens. */
  uncounted: number
  /** Why no more can be found out. */
  error?: ErrorRecord
}

/** How a way of continuing is tried where none is known. */
const styleFor = (endpoint: Endpoint) => {
  const style = prefillOf(endpoint)
  return style === 'no' ? 'trailing' : style
}

/** How many requests a probe sends, and about how many tokens they cost at most. */
export function probeCost(endpoint: Endpoint, model: string): { requests: number; tokens: number } {
  const bodies = capabilities.map((asks) => questionOf(asks, model, 'max_tokens', styleFor(endpoint)).body)
  const tokens = bodies.reduce((sum, { messages, ...fields }) => {
    const answer = (fields.max_tokens ?? fields.max_completion_tokens ?? 0) * (fields.n ?? 1)
    return sum + estimateTokens(messages, fields) / 1000 + answer
  }, 0)
  return { requests: bodies.length, tokens: Math.ceil(tokens / 100) * 100 }
}

/**
 * Finds out what a model can do there, with one small request after the other, and keeps it in the endpoint's profile.
 * `onProgress` is told after each. A signal that is aborted ends it; what was found until then is kept.
 */
export async function probeEndpoint(
  { endpoint, model }: { endpoint: Endpoint; model: string },
  signal: AbortSignal,
  onProgress: (progress: ProbeProgress) => void,
): Promise<void> {
  let progress: ProbeProgress = { results: {}, requests: 0, tokens: 0, uncounted: 0 }
  let key: string | undefined
  try {
    key = await keyFor(endpoint)
  } catch (reason) {
    // It stayed locked.
    onProgress({ ...progress, error: asChatError(reason).toRecord() })
    return
  }
  if (signal.aborted) return
  let limit: LimitName = null
  for (const asks of capabilities) {
    const question = questionOf(asks, model, limit, styleFor(endpoint))
    const { verdict, reply, error } = await ask(question, { endpoint, key, signal })
    if (signal.aborted) return
    const { prompt_tokens = 0, completion_tokens = 0 } = reply.usage ?? {}
    const shown: Shown = { verdict, ...(error && { message: error.message }) }
    progress = {
      results: { ...progress.results, [asks]: shown },
      requests: progress.requests + 1,
      tokens: progress.tokens + prompt_tokens + completion_tokens,
      uncounted: progress.uncounted + (reply.usage ? 0 : 1),
      ...(error && endsProbe(asks, error) && { error }),
    }
    onProgress(progress)
    if (progress.error) return
    keep(endpoint.id, model, question, shown)
    probeKept(endpoint, { at: Date.now(), model, results: progress.results })
    // The first name that works is used; one that is only taken is better than none.
    if (question.field === 'max_tokens' && verdict !== 'refused') limit = 'max_tokens'
    if (question.field === 'max_completion_tokens' && verdict !== 'refused')
      limit = limit && progress.results.max_tokens?.verdict === 'yes' ? limit : 'max_completion_tokens'
  }
}

interface Call {
  endpoint: Endpoint
  key: string | undefined
  signal: AbortSignal
}

async function ask(
  { body, judge }: Question,
  call: Call,
): Promise<{ verdict: Verdict; reply: Reply; error?: ErrorRecord }> {
  const builder = createReplyBuilder()
  let pieces = 0
  const { stallSeconds } = currentSettings()
  try {
    for await (const { chunks } of streamChatCompletion({
      ...call,
      body,
      stallMs: (stallSeconds || 60) * 1000,
    })) {
      for (const chunk of chunks) builder.add(chunk)
      pieces += chunks.length
    }
    const reply = builder.reply()
    return { verdict: judge(reply, pieces), reply }
  } catch (reason) {
    const error = asChatError(reason).toRecord()
    return { verdict: refusalVerdict(error), reply: builder.reply(), error }
  }
}

/** What a probe has shown of a field counts as what a reply has shown. */
function keep(endpoint: string, model: string, { asks, field }: Question, { verdict, message }: Shown) {
  if (field && verdict === 'yes') fieldsAccepted(endpoint, [field])
  if (field && verdict === 'refused' && message !== undefined)
    fieldRejected(endpoint, field, {
      message: message.slice(0, 400).toWellFormed(),
      at: Date.now(),
      ...(model && { model }),
    })
  if (asks === 'prefill' && (verdict === 'refused' || verdict === 'ignored')) prefillRefused(endpoint, model)
}
