import { inParts, isForm, markdownOf, payloads } from '../payloads/payloads'
import { type ScriptedChoice, refusingChoice, textChoice, thinkingChoice } from './choice'
import { answer, apiError } from './errors'
import { replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import type { Step } from './Step'

/** The attacks of the request: all of them, or one part of `parts`. */
const wanted = ({ options }: Call): readonly string[] =>
  inParts(options.number('parts', 1))[options.number('part', 0)] ?? payloads

const asError = (call: Call) => {
  const words = wanted(call).join('\n')
  const [first, second] = wanted(call)
  return {
    'error-json': () => apiError(400, { message: words, code: first!, param: second!, type: words }),
    'error-text': () => answer(500, `x ${words}`, { 'content-type': 'text/plain' }),
    'error-html': () => answer(502, `<!doctype html>${words}`, { 'content-type': 'text/html' }),
  }
}

/** Twenty calls: the attacks as their names, and as names and values in their arguments. */
function calling(attacks: readonly string[]): ScriptedChoice {
  const tool_calls = inParts(20, attacks).map((some, index) => ({
    index,
    id: `call_${index}`,
    type: 'function' as const,
    function: {
      name: some.join(' '),
      arguments: JSON.stringify(Object.fromEntries(some.map((one) => [one, one]))),
    },
  }))
  return {
    index: 0,
    message: { role: 'assistant', content: null, tool_calls },
    pieces: tool_calls.map((call) => ({ delta: { tool_calls: [call] }, tokens: 1 })),
    finish_reason: 'tool_calls',
  }
}

function steps(call: Call): Iterable<Step> {
  const as = call.options.text('as', 'text')
  const words = () => wanted(call).join('\n\n')
  const json = () =>
    JSON.stringify({ rows: wanted(call).map((attack) => ({ name: attack, [attack]: attack })) })
  const errors = Object.entries(asError(call))
  const error = errors.find(([name]) => name === as)
  if (error) return error[1]()
  const choices = {
    reasoning: () => thinkingChoice(call, 'reasoning_content', words(), 'x'),
    refusal: () => refusingChoice(call, words()),
    json: () => textChoice(call, json()),
    tool: () => calling(wanted(call)),
  }
  const choice = Object.entries(choices).find(([name]) => name === as)
  return replySteps(call, [
    choice ? choice[1]() : textChoice(call, markdownOf(isForm(as) ? as : 'text', wanted(call))),
  ])
}

/** Everything that others have collected against pages like this one, wherever a server may put words. */
export const payloadScenarios = {
  payloads: { options: ['as', 'parts', 'part'], steps },
} satisfies Record<string, Scenario>
