import { apiError, answer } from './errors'
import { story } from './plainScenarios'
import { testKey } from './policies'
import { replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import type { Step } from './Step'

const always = ['model', 'messages', 'stream']

function secretKey(call: Call): Iterable<Step> {
  if (call.headers.authorization === `Bearer ${testKey}`) return replySteps(call, [story(call)])
  return apiError(401, {
    message: call.headers.authorization ? 'Invalid API Key' : 'You didn’t provide an API key.',
    type: 'authentication_error',
    code: 'invalid_api_key',
  })
}

/** Proves that nothing unset is sent. */
function strict(call: Call): Iterable<Step> {
  const allowed = new Set([...always, ...call.options.list('also')])
  const unknown = Object.keys(call.body).filter((field) => !allowed.has(field))
  if (unknown.length === 0) return replySteps(call, [story(call)])
  return apiError(400, {
    message: `Unrecognized request arguments supplied: ${unknown.join(', ')}`,
    param: unknown[0] ?? null,
    code: 'unknown_parameter',
  })
}

/** Half an emoji is no text for llama.cpp. */
function wellFormed(call: Call): Iterable<Step> {
  const broken = JSON.stringify(call.body).match(/\\ud[89a-f][0-9a-f]{2}/i)
  if (!broken) return replySteps(call, [story(call)])
  const message = `[json.exception.parse_error.101] surrogate must be followed by another: ${broken[0]}`
  return answer(500, { error: { code: 500, message, type: 'server_error' } })
}

/** Servers that insist on something. */
export const ruleScenarios = {
  'secret-key': { options: ['tokens'], steps: secretKey },
  strict: { options: ['tokens', 'also'], steps: strict },
  'well-formed': { options: ['tokens'], steps: wellFormed },
} satisfies Record<string, Scenario>
