import type { ToolCall } from '../../src/protocol/wire'
import {
  type Piece,
  type ScriptedChoice,
  refusingChoice,
  textChoice,
  textPieces,
  thinkingChoice,
} from './choice'
import { textOf } from './plainScenarios'
import { replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import { tokenize } from './tokens'

interface Asked {
  name: string
  arguments: string
}

/** How a server leaves things out of the deltas of its tool calls. */
interface Omission {
  ids?: boolean
  index?: boolean
}

const cities = ['Paris', 'Zürich 🏔️']

/** Calls of the request's own first tool, or of one that it did not offer. */
function wanted(call: Call, count: number): Asked[] {
  const tool = call.body.tools?.find((tool) => tool.type === 'function')
  const name = tool?.type === 'function' ? tool.function.name : 'get_weather'
  return cities
    .slice(0, count)
    .map((city) => ({ name, arguments: JSON.stringify({ city, unit: 'celsius' }) }))
}

const idOf = (index: number) => `call_parley_${index + 1}`

function firstDelta({ name }: Asked, index: number, omitted: Omission): Partial<ToolCall> {
  return {
    ...(omitted.index ? {} : { index }),
    ...(omitted.ids ? {} : { id: idOf(index) }),
    type: 'function',
    function: { name, arguments: '' },
  }
}

/** The calls split character by character. With indexes their deltas alternate; without, one follows the other. */
function toolPieces(calls: Asked[], omitted: Omission): Piece[] {
  const deltas = calls.map((call, index): Partial<ToolCall>[] => [
    firstDelta(call, index, omitted),
    ...Array.from(call.arguments, (character) => ({
      ...(omitted.index ? {} : { index }),
      function: { arguments: character },
    })),
  ])
  const longest = Math.max(...deltas.map(({ length }) => length))
  const turns = Array.from({ length: longest }, (_, at) => deltas.flatMap((list) => list.slice(at, at + 1)))
  const ordered = (omitted.index ? deltas : turns).flat()
  return ordered.map((toolCall) => ({ delta: { tool_calls: [toolCall] }, tokens: 1 }))
}

function toolChoice(calls: Asked[], omitted: Omission = {}, before = ''): ScriptedChoice {
  const tool_calls = calls.map((call, index) => ({
    ...(omitted.ids ? {} : { id: idOf(index) }),
    type: 'function',
    function: call,
  }))
  return {
    index: 0,
    message: { role: 'assistant', content: before || null, tool_calls },
    pieces: [...textPieces('content', tokenize(before)), ...toolPieces(calls, omitted)],
    finish_reason: 'tool_calls',
  }
}

/** Calls the tools first; once their results are in the conversation, says what they were. */
function callThenAnswer(call: Call, choice: () => ScriptedChoice): ScriptedChoice {
  const results = call.body.messages.filter(({ role }) => role === 'tool')
  if (call.body.messages.at(-1)?.role !== 'tool') return choice()
  return textChoice(call, `The tools said: ${results.map(textOf).join(' · ')}`)
}

const callsTools = (choice: (call: Call) => ScriptedChoice): Scenario => ({
  steps: (call) => replySteps(call, [callThenAnswer(call, () => choice(call))]),
})

const thought = 'The user wants a sum. Two and two are four; I will say so.'
const spoken = 'Two and two are **four**.'

/** As many choices as were asked for, each of another kind: thought and text, two different calls, a refusal. */
const mixed = (call: Call): ScriptedChoice[] =>
  [
    thinkingChoice(call, 'reasoning_content', thought, spoken),
    ...wanted(call, 2).map((one) => toolChoice([one])),
    refusingChoice(call, 'I cannot help with that.'),
  ]
    .slice(0, call.body.n ?? 1)
    .map((choice, index) => ({ ...choice, index }))

/** What a model says beside its words: tool calls and thinking. */
export const toolScenarios = {
  'tool-call': callsTools((call) => toolChoice(wanted(call, 1))),
  'tool-calls': callsTools((call) => toolChoice(wanted(call, 2))),
  'tool-call-after-text': callsTools((call) => toolChoice(wanted(call, 1), {}, 'Let me look that up.')),
  'tool-calls-without-ids': callsTools((call) => toolChoice(wanted(call, 2), { ids: true })),
  'tool-calls-without-index': callsTools((call) => toolChoice(wanted(call, 2), { index: true })),
  'tool-call-bad-json': callsTools(() => toolChoice([{ name: 'get_weather', arguments: '{"city": "Par' }])),
  'tool-call-hostile': callsTools(() =>
    toolChoice([
      {
        name: '<img src=x onerror=alert(1)>',
        arguments: '{"</script>":"<script>alert(1)</script>","__proto__":{"bad":true}}',
      },
    ]),
  ),
  'choices-mixed': { steps: (call) => replySteps(call, mixed(call)) },
  reasoning: {
    steps: (call) => replySteps(call, [thinkingChoice(call, 'reasoning_content', thought, spoken)]),
  },
  'reasoning-openrouter': {
    steps: (call) => replySteps(call, [thinkingChoice(call, 'reasoning', thought, spoken)]),
  },
  'reasoning-only': {
    steps: (call) => replySteps(call, [thinkingChoice(call, 'reasoning_content', thought, '')]),
  },
  'think-tags': {
    steps: (call) => replySteps(call, [textChoice(call, `<think>\n${thought}\n</think>\n\n${spoken}`)]),
  },
} satisfies Record<string, Scenario>
