import { crc32, deflateRawSync, constants } from 'node:zlib'
import type { RequestMessage } from '../../src/protocol/wire'
import { textChoice } from './choice'
import { type Wire, event, eventStream, eventSteps, replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import { type Step, head, hold, write } from './Step'
import { storyTokens } from './tokens'

/** A story of `tokens` tokens. */
export const story = (call: Call, index = 0) =>
  textChoice(call, [...storyTokens(call.options.number('tokens', 60))], index)

const tellStory =
  (wire?: Wire) =>
  (call: Call): Iterable<Step> =>
    replySteps(call, [story(call)], wire)

export const textOf = ({ content }: RequestMessage): string =>
  typeof content === 'string'
    ? content
    : (content ?? []).map((part) => part.text ?? `[${part.type}]`).join('\n')

function echoed(call: Call): string {
  const { messages } = call.body
  if (call.options.text('only', 'all') === 'last') return messages.slice(-1).map(textOf).join('')
  return messages.map((message) => `${message.role}: ${textOf(message)}`).join('\n\n')
}

function* withComments(call: Call): Generator<Step> {
  yield head(200, eventStream)
  yield write('retry: 3000\n: welcome\n\n')
  for (const step of eventSteps(call, [story(call)])) {
    yield write(': keep-alive\n\nevent: message\nid: 7\n')
    yield step
  }
}

function* withByteOrderMark(call: Call): Generator<Step> {
  yield head(200, eventStream)
  yield write('\uFEFF')
  yield* eventSteps(call, [story(call)])
}

/** Events whose JSON is spread over several `data:` lines, and fields without a space after the colon. */
function* overManyLines(call: Call): Generator<Step> {
  for (const step of replySteps(call, [story(call)])) {
    if (step.type !== 'write' || typeof step.data !== 'string' || !step.data.startsWith('data: {')) yield step
    else {
      const pretty = JSON.stringify(JSON.parse(step.data.slice(6)), null, 2)
      yield { ...step, data: `${pretty.replaceAll(/^/gm, 'data:')}\n\n` }
    }
  }
}

function* withMoreAfterDone(call: Call): Generator<Step> {
  const late = { ...call, id: 'late' }
  yield* replySteps(call, [story(call)])
  for (const step of eventSteps(late, [textChoice(late, ' This came after the end.')])) yield step
  yield write('data: not even JSON\n\n')
}

function* withHole(call: Call, finish: boolean): Generator<Step> {
  const choice = { ...story(call), finish_reason: finish ? 'stop' : null }
  yield* replySteps(call, [choice], { done: false })
}

/** The stream as one gzip file, every event readable as soon as it has arrived. */
function* gzipped(call: Call): Generator<Step> {
  const parts: Buffer[] = []
  yield head(200, { ...eventStream, 'content-encoding': 'gzip' })
  yield write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]))
  for (const step of eventSteps(call, [story(call)])) {
    if (step.type !== 'write') continue
    const part = Buffer.from(step.data)
    parts.push(part)
    yield write(deflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH }), step.tokens)
  }
  const whole = Buffer.concat(parts)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(whole), 0)
  trailer.writeUInt32LE(whole.length, 4)
  yield write(Buffer.concat([deflateRawSync(''), trailer]))
}

function* lateHeaders(call: Call): Generator<Step> {
  yield hold(call.options.text('gate', 'gate'))
  yield* replySteps(call, [story(call)])
}

const tells = (defaults: Record<string, string> = {}, wire?: Wire): Scenario => ({
  options: ['tokens'],
  defaults,
  steps: tellStory(wire),
})

/** Answers that are in order, however the bytes come. */
export const plainScenarios = {
  echo: { options: ['only'], steps: (call) => replySteps(call, [textChoice(call, echoed(call))]) },
  say: {
    options: ['text'],
    steps: (call) => replySteps(call, [textChoice(call, call.options.text('text', 'Hello.'))]),
  },
  'show-request': {
    steps: (call) =>
      replySteps(call, [textChoice(call, `\`\`\`json\n${JSON.stringify(call.body, null, 2)}\n\`\`\``)]),
  },
  story: tells(),
  slow: tells({ tps: '10', tokens: '30' }),
  'slow-start': tells({ delay: '1000' }),
  'late-headers': { options: ['tokens'], defaults: { gate: 'gate' }, steps: lateHeaders },
  held: tells({ after: '3', gate: 'gate' }),
  long: tells({ tokens: '20000', tps: '2000' }),
  burst: tells({ tokens: '20000', batch: '100000' }),
  'byte-writes': tells({ bytes: '1' }),
  batched: tells({ batch: '10' }),
  crlf: tells({ newline: 'crlf' }),
  cr: tells({ newline: 'cr' }),
  bom: { options: ['tokens'], steps: withByteOrderMark },
  comments: { options: ['tokens'], steps: withComments },
  'many-data-lines': { options: ['tokens'], steps: overManyLines },
  'no-done': tells({}, { done: false }),
  'done-without-finish': {
    options: ['tokens'],
    steps: (call) => replySteps(call, [{ ...story(call), finish_reason: null }]),
  },
  'no-finish': { options: ['tokens'], steps: (call) => withHole(call, false) },
  'more-after-done': { options: ['tokens'], steps: withMoreAfterDone },
  'json-for-stream': tells({}, { as: 'json' }),
  'stream-for-json': tells({}, { as: 'events' }),
  'wrong-content-type': {
    options: ['tokens', 'type'],
    steps: (call) =>
      replySteps(call, [story(call)], { contentType: call.options.text('type', 'text/plain') }),
  },
  gzip: { options: ['tokens'], steps: gzipped },
  'empty-answer': { steps: (call) => replySteps(call, [textChoice(call, '')]) },
  'unfinished-last-line': {
    options: ['tokens'],
    steps: function* (call) {
      yield* replySteps(call, [story(call)], { done: false })
      yield write(event('[DONE]').trimEnd())
    },
  },
} satisfies Record<string, Scenario>
