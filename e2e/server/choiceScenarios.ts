import type { Logprobs } from '../../src/protocol/wire'
import { type ScriptedChoice, refusingChoice, textChoice } from './choice'
import { type Order, chunkOf } from './chunks'
import { apiError, answer } from './errors'
import { story } from './plainScenarios'
import { event, eventStream, replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import { type Step, head, write } from './Step'
import { tokenize } from './tokens'

const asked = ({ body }: Call): number => body.n ?? 1

/** One text for each choice that was asked for, each told apart by its first words. */
const choices = (call: Call, lengthOf: (index: number) => number): ScriptedChoice[] =>
  Array.from({ length: asked(call) }, (_, index) => {
    const filler = 'and so on and on '.repeat(Math.ceil(lengthOf(index) / 5))
    const tokens = [...tokenize(`Choice ${index + 1}:`), ...tokenize(` ${filler}`).slice(0, lengthOf(index))]
    return textChoice(call, tokens, index)
  })

const even = (call: Call) => choices(call, () => call.options.number('tokens', 20))

function withRefusal(call: Call): ScriptedChoice[] {
  const which = call.options.number('which', 1)
  return even(call).map((choice) =>
    choice.index === which ? refusingChoice(call, 'I cannot help with that.', which) : choice,
  )
}

/** Every choice in every chunk, as some servers send them. */
function* together(call: Call): Generator<Step> {
  const all = even(call)
  if (!call.body.stream) {
    yield* replySteps(call, all)
    return
  }
  yield head(200, eventStream)
  const longest = Math.max(...all.map(({ pieces }) => pieces.length))
  for (let at = 0; at < longest; at++) {
    const part = all.map(({ index, pieces }) => ({ index, delta: pieces[at]?.delta ?? {} }))
    yield write(event(chunkOf(call, part)), part.length)
  }
  yield write(
    event(
      chunkOf(
        call,
        all.map(({ index }) => ({ index, delta: {}, finish_reason: 'stop' })),
      ),
    ),
  )
  yield write(event('[DONE]'))
}

const bytesOf = (token: string) => [...Buffer.from(token)]

/** How likely each token was, with the runners-up that the request asked for. */
function logprobsOf(call: Call, token: string, at: number): Logprobs {
  const others = [' perhaps', ' maybe', '\n', ' 🙂', ' ا', ' <b>']
  const alternatives = [token, ...others].slice(0, call.body.top_logprobs ?? 0)
  const logprob = -((at % 7) + 1) / 4
  const entry = (token: string, logprob: number) => ({ token, logprob, bytes: bytesOf(token) })
  return {
    content: [
      {
        ...entry(token, logprob),
        top_logprobs: alternatives.map((token, rank) => entry(token, logprob - rank)),
      },
    ],
    refusal: null,
  }
}

function withLogprobs(call: Call): ScriptedChoice {
  const choice = story(call)
  if (!call.body.logprobs) return choice
  return {
    ...choice,
    pieces: choice.pieces.map((piece, at) => ({
      ...piece,
      logprobs: logprobsOf(call, piece.delta.content ?? '', at),
    })),
  }
}

const orders: Record<string, Order> = { sequential: 'sequential', reverse: 'reverse' }
const ends = (finish_reason: string) => (call: Call) => replySteps(call, [{ ...story(call), finish_reason }])

/** Answers that differ by what was asked: several choices, refusals, probabilities, counts, limits. */
export const choiceScenarios = {
  choices: {
    options: ['tokens', 'order'],
    steps: (call) =>
      replySteps(call, even(call), { order: orders[call.options.text('order', '')] ?? 'interleaved' }),
  },
  'choices-reverse': {
    options: ['tokens'],
    steps: (call) => replySteps(call, even(call), { order: 'reverse' }),
  },
  'choices-unequal': {
    steps: (call) =>
      replySteps(
        call,
        choices(call, (index) => 5 * 4 ** index),
      ),
  },
  'choices-together': { options: ['tokens'], steps: together },
  'choices-one-refuses': {
    options: ['tokens', 'which'],
    steps: (call) => replySteps(call, withRefusal(call)),
  },
  'choices-ignored': { options: ['tokens'], steps: (call) => replySteps(call, even(call).slice(0, 1)) },
  'choices-refused': {
    options: ['tokens'],
    steps: (call) =>
      asked(call) > 1
        ? answer(500, {
            error: { code: 500, message: 'Only one completion choice is allowed', type: 'server_error' },
          })
        : replySteps(call, even(call)),
  },
  refusal: {
    steps: (call) => replySteps(call, [refusingChoice(call, 'I’m sorry, but I cannot help with that.')]),
  },
  'content-filter': { options: ['tokens'], steps: ends('content_filter') },
  'unknown-finish': { options: ['tokens'], steps: ends('eos_token') },
  logprobs: { options: ['tokens'], steps: (call) => replySteps(call, [withLogprobs(call)]) },
  'usage-always': {
    options: ['tokens'],
    steps: (call) => replySteps(call, [story(call)], { usage: 'always' }),
  },
  'usage-never': {
    options: ['tokens'],
    steps: (call) => replySteps(call, [story(call)], { usage: 'never' }),
  },
  length: {
    options: ['tokens'],
    defaults: { tokens: '500' },
    steps: (call) => replySteps(call, [story(call)]),
  },
  'length-as-stop': {
    options: ['tokens'],
    defaults: { tokens: '500' },
    steps: (call) => replySteps(call, [{ ...story(call), finish_reason: 'stop' }], { usage: 'always' }),
  },
  'stream-options-refused': {
    options: ['tokens'],
    steps: (call) =>
      call.body.stream_options
        ? apiError(400, { message: 'Unknown parameter: stream_options', param: 'stream_options' })
        : replySteps(call, [story(call)]),
  },
} satisfies Record<string, Scenario>
