import type { ChatCompletionChunk, Delta, TokenLogprob } from '../protocol/wire'
import { cutAtLength, cutAtStop } from './cut'
import type { CallPiece, ChatRequest, FinishReason, Model } from './generation'
import { countPrompt } from './tokenize'

interface Head {
  id: string
  created: number
  system_fingerprint: string
}

interface Step {
  index: number
  text: string
  logprob: TokenLogprob | null
  call: CallPiece | null
  finish_reason: FinishReason | null
}

/** A request on its way to an answer: the steps of all its choices in turn, and what they have cost so far. */
function begin(request: ChatRequest, model: Model) {
  const meter = { completion_tokens: 0 }
  const choices = model(request).map((generation) =>
    cutAtStop(cutAtLength(generation, request.max_tokens, meter), request.stop),
  )
  const usage = () => {
    const prompt_tokens = countPrompt(request.messages)
    const { completion_tokens } = meter
    return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
  }
  return { steps: interleave(choices), usage }
}

function* interleave(choices: ReturnType<Model>): Generator<Step, void, undefined> {
  const running = new Map(choices.entries())
  while (running.size > 0) {
    for (const [index, choice] of running) {
      const next = choice.next()
      if (next.done) {
        running.delete(index)
        yield { index, text: '', logprob: null, call: null, finish_reason: next.value }
      } else {
        const { text, logprob = null, call = null } = next.value
        yield { index, text, logprob, call, finish_reason: null }
      }
    }
  }
}

/** The chunks of a streamed answer, made as they are asked for. A request is refused now, before anything is sent. */
export const streamAnswer = (request: ChatRequest, model: Model, head: Head) =>
  chunks(request, begin(request, model), head)

function* chunks(
  request: ChatRequest,
  { steps, usage }: ReturnType<typeof begin>,
  head: Head,
): Generator<ChatCompletionChunk, void, undefined> {
  const outline = {
    ...head,
    object: 'chat.completion.chunk',
    model: request.model,
    ...(request.include_usage && { usage: null }),
  }
  for (let index = 0; index < request.n; index += 1) {
    const delta = { role: 'assistant', content: '' }
    yield { ...outline, choices: [{ index, delta, logprobs: null, finish_reason: null }] }
  }
  for (const { index, text, logprob, call, finish_reason } of steps) {
    const logprobs = logprob ? { content: [logprob], refusal: null } : null
    const delta = deltaOf(text, call)
    yield { ...outline, choices: [{ index, delta: finish_reason ? {} : delta, logprobs, finish_reason }] }
  }
  if (request.include_usage) yield { ...outline, choices: [], usage: usage() }
}

const deltaOf = (text: string, call: CallPiece | null): Delta =>
  call ? { tool_calls: [call] } : { content: text }

interface WholeMessage {
  role: string
  content: string | null
  refusal: null
  tool_calls?: { id: string; type: string; function: { name: string; arguments: string } }[]
}

/** A message that only calls tools has no content. */
function addCall(message: WholeMessage, { id, function: { name, arguments: piece } }: CallPiece): void {
  message.tool_calls ??= []
  if (message.content === '') message.content = null
  if (id !== undefined && name !== undefined) {
    message.tool_calls.push({ id, type: 'function', function: { name, arguments: piece } })
  } else {
    message.tool_calls.at(-1)!.function.arguments += piece
  }
}

/** The whole answer as one `chat.completion` object. */
export function wholeAnswer(request: ChatRequest, model: Model, head: Head) {
  const { steps, usage } = begin(request, model)
  const choices = Array.from({ length: request.n }, (_, index) => ({
    index,
    message: { role: 'assistant', content: '', refusal: null } as WholeMessage,
    logprobs: null as { content: TokenLogprob[]; refusal: null } | null,
    finish_reason: 'stop' as FinishReason,
  }))
  for (const { index, text, logprob, call, finish_reason } of steps) {
    const choice = choices[index]
    if (!choice) continue
    if (call) addCall(choice.message, call)
    else if (text) choice.message.content = (choice.message.content ?? '') + text
    if (logprob) {
      choice.logprobs ??= { content: [], refusal: null }
      choice.logprobs.content.push(logprob)
    }
    if (finish_reason) choice.finish_reason = finish_reason
  }
  return { ...head, object: 'chat.completion', model: request.model, choices, usage: usage() }
}
