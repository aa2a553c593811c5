import type { ErrorRecord } from '../protocol/ChatError'
import { isObject } from '../protocol/isObject'
import { readJson } from '../protocol/readJson'
import type { JsonObject, Parameters, Reply, RequestBody, RequestMessage } from '../protocol/wire'
import { type PrefillStyle, prefillFields } from './prefill'

/** What can be found out about a model at an endpoint by asking it, in the order in which it is asked. */
export const capabilities = [
  'plain',
  'max_tokens',
  'max_completion_tokens',
  'stream',
  'stream_usage',
  'n',
  'tools',
  'json_schema',
  'logprobs',
  'prefill',
  'developer',
  'vision',
] as const
export type Capability = (typeof capabilities)[number]

/**
 * What an answer has shown.
 *
 * - `yes`: it did what was asked for.
 * - `refused`: the server said no, in words.
 * - `ignored`: it took the request and did not do it.
 * - `unclear`: it took the request; what came tells neither.
 * - `failed`: something else went wrong.
 */
export const verdicts = ['yes', 'refused', 'ignored', 'unclear', 'failed'] as const
export type Verdict = (typeof verdicts)[number]

/** The names under which a server may take the longest answer; null where it takes none. */
export type LimitName = 'max_tokens' | 'max_completion_tokens' | null

/** One small request, what it finds out, and how. */
export interface Question {
  asks: Capability
  /** The field that a refusal is about. */
  field?: string
  body: RequestBody
  judge: (reply: Reply, pieces: number) => Verdict
}

const user = (content: NonNullable<RequestMessage['content']>): RequestMessage => ({ role: 'user', content })
const counting = 'Count from 1 to 60, with commas, and say nothing else.'

/** Long enough for a word or a call, in tokens. */
const room = 64
/** So short that an answer that is longer has not obeyed it. */
const short = 8

const textOf = (reply: Reply) => reply.choices[0]?.content ?? ''
const isCut = (reply: Reply) => reply.choices[0]?.finish_reason === 'length'

/** A small red square. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mO4IyJCU8QwasGoBaMWjFowasGoBaMWjFowasGoBaMWDBULAJ3LED19/LmKAAAAAElFTkSuQmCC'

/** The question about a capability; `limit` is the name that the server has been seen to take. */
export function questionOf(asks: Capability, model: string, limit: LimitName, style: PrefillStyle): Question {
  const about = (messages: RequestMessage[], fields: Parameters = {}): RequestBody => ({
    ...(model && { model }),
    ...(limit && { [limit]: room }),
    ...fields,
    messages,
  })
  switch (asks) {
    case 'plain':
      // Who refuses even this refuses for a reason that has nothing to do with what is asked after it.
      return { asks, body: about([user('Say “ok”.')]), judge: () => 'yes' }
    case 'max_tokens':
    case 'max_completion_tokens':
      return {
        asks,
        field: asks,
        body: { ...(model && { model }), [asks]: short, messages: [user(counting)] },
        // A server that says nothing of tokens shows by the length of its words.
        judge: (reply) =>
          isCut(reply) || (reply.usage?.completion_tokens ?? textOf(reply).length / 2) <= short
            ? 'yes'
            : 'ignored',
      }
    case 'stream':
      return {
        asks,
        field: 'stream',
        body: about([user(counting)], { stream: true }),
        judge: (_reply, pieces) => (pieces > 1 ? 'yes' : 'ignored'),
      }
    case 'stream_usage':
      return {
        asks,
        field: 'stream_options',
        body: about([user('Say “ok”.')], { stream: true, stream_options: { include_usage: true } }),
        judge: ({ usage }) => (usage?.completion_tokens === undefined ? 'ignored' : 'yes'),
      }
    case 'n':
      return {
        asks,
        field: 'n',
        body: about([user('Say “ok”.')], { n: 2 }),
        judge: ({ choices }) => (choices.length > 1 ? 'yes' : 'ignored'),
      }
    case 'tools':
      return {
        asks,
        field: 'tools',
        body: about([user('What is the weather in Paris? Call the tool.')], { tools: [weather] }),
        judge: ({ choices }) => (choices[0]?.tool_calls.length ? 'yes' : 'unclear'),
      }
    case 'json_schema':
      return {
        asks,
        body: about([user('Which colour is a clear sky? Answer in JSON.')], { response_format: mauve }),
        judge: (reply) => (isMauve(textOf(reply)) ? 'yes' : isCut(reply) ? 'unclear' : 'ignored'),
      }
    case 'logprobs':
      return {
        asks,
        field: 'logprobs',
        body: about([user('Say “ok”.')], { logprobs: true, top_logprobs: 2 }),
        judge: ({ choices }) => (choices[0]?.logprobs?.content?.length ? 'yes' : 'ignored'),
      }
    case 'prefill':
      return {
        asks,
        body: about(
          [
            user(counting),
            { role: 'assistant', content: '1, 2, 3,', ...(style === 'prefix' && { prefix: true }) },
          ],
          prefillFields(style),
        ),
        judge: goesOn,
      }
    case 'developer':
      return {
        asks,
        body: about([{ role: 'developer', content: 'Answer with one word.' }, user('Say “ok”.')]),
        judge: () => 'yes',
      }
    case 'vision':
      return {
        asks,
        body: about([
          user([
            { type: 'text', text: 'Which colour has this picture? Answer with one word.' },
            { type: 'image_url', image_url: { url: picture } },
          ]),
        ]),
        judge: (reply) => (/\bred\b/i.test(textOf(reply)) ? 'yes' : 'unclear'),
      }
  }
}

const weather = {
  type: 'function' as const,
  function: {
    name: 'get_weather',
    description: 'The weather in a city.',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
    } as JsonObject,
  },
}

/** No model says by itself that the sky is mauve: who does has been held to the schema. */
const mauve = {
  type: 'json_schema' as const,
  json_schema: {
    name: 'sky',
    strict: true,
    schema: {
      type: 'object',
      properties: { colour: { type: 'string', enum: ['mauve'] } },
      required: ['colour'],
      additionalProperties: false,
    },
  },
}

function isMauve(text: string): boolean {
  const json = readJson(text)
  return isObject(json) && json['colour'] === 'mauve'
}

/** Whether counting went on from 3, or began anew. */
function goesOn(reply: Reply): Verdict {
  const [first] = /\d+/.exec(textOf(reply)) ?? []
  return first === '4' ? 'yes' : first === '1' ? 'ignored' : 'unclear'
}

/** These say nothing about what was asked for. */
const elsewhere = new Set([401, 402, 403, 404, 408, 409, 413, 429])

/** What a refusal shows: a no, unless it is about something else. */
export const refusalVerdict = ({ kind, status }: Pick<ErrorRecord, 'kind' | 'status'>): Verdict =>
  kind === 'rejected' && (status === undefined || (!elsewhere.has(status) && status < 502))
    ? 'refused'
    : 'failed'

/** Whether nothing more can be found out: no key, no model, no server, or not even a plain answer. */
export const endsProbe = (
  asks: Capability,
  { kind, status }: Pick<ErrorRecord, 'kind' | 'status'>,
): boolean =>
  asks === 'plain' ||
  kind === 'unreachable' ||
  kind === 'garbled' ||
  [401, 402, 403, 404].includes(status ?? 0)
