import { textChoice } from './choice'
import { type CountedChunk, chunkOf, chunksOf } from './chunks'
import { errorBody, answer } from './errors'
import { story } from './plainScenarios'
import { event, eventStep, eventStream, json, replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import { type Step, destroy, head, hold, write } from './Step'
import { storyTokens } from './tokens'

/** The first chunks of an answer, up to so many tokens. */
function* firstTokens(chunks: Iterable<CountedChunk>, count: number): Generator<CountedChunk> {
  let tokens = 0
  for (const counted of chunks) {
    if (counted.tokens > 0 && tokens >= count) return
    tokens += counted.tokens
    yield counted
  }
}

/** A story that breaks off after `after` tokens, and what comes then. */
function* brokenStory(call: Call, ...then: Step[]): Generator<Step> {
  yield head(200, eventStream)
  const chunks = firstTokens(chunksOf(call, [story(call)]), call.options.number('after', 5))
  for (const counted of chunks) yield eventStep(counted)
  yield* then
}

/** An emoji whose last two bytes never come. */
function* cutInCharacter(call: Call): Generator<Step> {
  yield* brokenStory(call)
  const bytes = Buffer.from(event(chunkOf(call, [{ index: 0, delta: { content: ' 🙂' } }])))
  yield write(bytes.subarray(0, bytes.indexOf(0xf0) + 2))
  yield destroy
}

function* stall(call: Call): Generator<Step> {
  const chunks = chunksOf(call, [story(call)])
  yield head(200, eventStream)
  let tokens = 0
  let stalled = false
  for (const counted of chunks) {
    if (!stalled && counted.tokens > 0 && tokens >= call.options.number('after', 5)) {
      stalled = true
      yield hold(call.options.text('gate', 'never'))
    }
    tokens += counted.tokens
    yield eventStep(counted)
  }
  yield write(event('[DONE]'))
}

/** Goes on until the client leaves. */
function* endless(call: Call): Generator<Step> {
  yield head(200, eventStream)
  for (const text of storyTokens(Infinity)) {
    yield write(event(chunkOf(call, [{ index: 0, delta: { content: text } }])), 1)
  }
}

function redirect(call: Call): Iterable<Step> {
  if (call.origin === call.otherOrigin) return replySteps(call, [story(call)])
  const status = call.options.number('status', 307)
  return [head(status, { location: call.otherOrigin + call.path }), write('')]
}

/** Many megabytes in events of a hundred thousand bytes, each a paragraph. */
function* big(call: Call): Generator<Step> {
  yield head(200, eventStream)
  const content = `${'All work and no play makes a long answer. '.repeat(2500)}\n\n`
  const count = Math.ceil((call.options.number('mb', 50) * 1_000_000) / content.length)
  for (let at = 0; at < count; at++) {
    yield write(event(chunkOf(call, [{ index: 0, delta: { content } }])), 1)
  }
  yield write(event(chunkOf(call, [{ index: 0, delta: {}, finish_reason: 'stop' }])))
  yield write(event('[DONE]'))
}

/** So many chunks with one letter each. */
function* tinyChunks(call: Call): Generator<Step> {
  const count = call.options.number('count', 100_000)
  const letters = Array.from({ length: count }, (_, at) => (at % 64 === 63 ? '\n' : 'x'))
  yield* replySteps(call, [textChoice(call, letters)])
}

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** A chunk with an unknown field that is nested very deeply, amid a story. */
function* deepJson(call: Call): Generator<Step> {
  yield* brokenStory(call)
  const chunk = JSON.stringify(chunkOf(call, [{ index: 0, delta: { content: ' deep' } }]))
  yield write(event(chunk.replace(/^\{/, `{"nested":${deep(call.options.number('depth', 100_000))},`)), 1)
  yield write(event(chunkOf(call, [{ index: 0, delta: {}, finish_reason: 'stop' }])))
  yield write(event('[DONE]'))
}

/** Text that nests very deeply: in JSON, in the arguments of a call, in quotes and emphasis, brackets and formulas. */
function deepText(call: Call): Iterable<Step> {
  const depth = call.options.number('depth', 100_000)
  const texts: Record<string, string> = {
    json: `{"deep":${deep(depth)}}`,
    fence: `\`\`\`json\n${deep(depth)}\n\`\`\``,
    quotes: `${'>'.repeat(depth)} deep`,
    lists: Array.from({ length: Math.min(depth, 500) }, (_, at) => `${' '.repeat(at * 2)}- deep`).join('\n'),
    emphasis: '*a **b '.repeat(depth / 8),
    brackets: '['.repeat(depth),
    formula: `$$\n${'{'.repeat(depth)}${'}'.repeat(depth)}\n$$`,
  }
  const choice = textChoice(call, [texts[call.options.text('as', 'json')] ?? ''])
  if (call.options.text('as', 'json') !== 'call') return replySteps(call, [choice])
  const made = { index: 0, id: 'call_1', type: 'function' as const }
  const tool_calls = [{ ...made, function: { name: 'deep', arguments: texts['json']! } }]
  const pieces = [{ delta: { tool_calls }, tokens: 1 }]
  return replySteps(call, [{ ...choice, pieces, finish_reason: 'tool_calls' }])
}

/** One line that never ends, until the client leaves: in an event, in JSON, in a page, or of blanks alone. */
function* endlessLine(call: Call): Generator<Step> {
  const as = call.options.text('as', 'event')
  yield head(200, as === 'event' ? eventStream : as === 'json' ? json : {})
  const chunk = '{"choices":[{"delta":{"content":"'
  if (as !== 'blank')
    yield write(as === 'event' ? `data: ${chunk}` : as === 'json' ? chunk : '<!doctype html>')
  const piece = (as === 'blank' ? ' ' : 'x').repeat(call.options.number('kb', 1000) * 1000)
  for (;;) yield write(piece, 1)
}

/** Chunks with everything missing that can be, and things nobody knows. */
function* oddChunks(): Generator<Step> {
  yield head(200, eventStream)
  const odd: unknown[] = [
    { choices: [] },
    { id: null, choices: null },
    {},
    { choices: [{ delta: null }] },
    { choices: [{ index: 0, delta: { role: null, content: null, tool_calls: null } }] },
    { choices: [{ delta: { content: 'Still ' } }] },
    {
      choices: [{ index: 0, delta: { content: 'here', mood: 'fine' }, seat: 12 }],
      timings: { predicted_n: 2 },
    },
    { choices: [{ index: 0, message: null, delta: { content: '.' } }], usage: null },
    { choices: [{ index: 0, finish_reason: 'stop' }], usage: { prompt_tokens: 1 } },
  ]
  for (const chunk of odd) yield write(event(chunk), 1)
  yield write(event('[DONE]'))
}

const breaks = (...then: Step[]): Scenario => ({
  options: ['tokens'],
  steps: (call) => brokenStory(call, ...then),
})

const midStreamError = errorBody({
  message: 'The engine fell over in the middle of the answer.',
  type: 'server_error',
  code: 'engine_error',
})

/** Answers that stop, hang, sprawl or make no sense. */
export const brokenScenarios = {
  'error-in-stream': breaks(write(event(midStreamError)), write(event('[DONE]'))),
  'error-event': breaks(write(`event: error\n${event(midStreamError)}`)),
  'no-answer': { steps: () => [destroy] },
  'headers-only': { steps: () => [head(200, eventStream), destroy] },
  cut: breaks(destroy),
  'cut-in-event': breaks(write('data: {"id":"chatcmpl-par'), destroy),
  'cut-in-character': { options: ['tokens'], steps: cutInCharacter },
  'cut-json': {
    steps: () => [head(200, { ...json, 'content-length': '5000' }), write('{"choices":[{"mess'), destroy],
  },
  stall: { options: ['tokens'], steps: stall },
  drip: {
    options: ['tokens'],
    defaults: { bytes: '1', every: '5', tokens: '3' },
    steps: (call) => replySteps(call, [story(call)]),
  },
  endless: { defaults: { tps: '200' }, steps: endless },
  redirect: { options: ['tokens', 'status'], steps: redirect },
  'bad-json': breaks(write('data: {"choices":[{"delta":{"content":"oops"\n\n')),
  'not-a-chunk': breaks(write('data: 42\n\ndata: "text"\n\ndata: [1,2]\n\n')),
  'odd-chunks': { steps: oddChunks },
  'long-line': {
    options: ['kb'],
    steps: (call) =>
      replySteps(call, [textChoice(call, ['x'.repeat(call.options.number('kb', 2000) * 1000)])]),
  },
  'deep-json': { options: ['tokens', 'depth'], steps: deepJson },
  'deep-text': { options: ['as', 'depth'], steps: deepText },
  'endless-line': { options: ['as', 'kb'], steps: endlessLine },
  big: { options: ['mb'], steps: big },
  'tiny-chunks': { options: ['count'], defaults: { batch: '500' }, steps: tinyChunks },
  'html-page': {
    steps: () =>
      answer(200, '<!doctype html><title>Sign in</title><h1>Welcome</h1>', { 'content-type': 'text/html' }),
  },
  'plain-text': { steps: () => answer(200, 'Hello.', { 'content-type': 'text/plain' }) },
  empty: { steps: () => answer(200, '') },
  'empty-stream': { steps: () => [head(200, eventStream)] },
  'no-content': { steps: () => [head(204)] },
} satisfies Record<string, Scenario>
