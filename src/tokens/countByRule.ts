import { type Counted, textsOf, textsOfParameters } from './estimateTokens'
import type { Parameters } from '../protocol/wire'

/** The tokens of a request, counted: of each message with what stands around it, of the parameters, in all. */
export interface RequestCount {
  messages: number[]
  parameters: number
  total: number
}

/** The texts of a request in one list, as a tokeniser takes them. */
export const textsOfRequest = (messages: readonly Counted[], parameters: Parameters): string[] => [
  ...messages.flatMap(textsOf),
  ...textsOfParameters(parameters),
]

/**
 * OpenAI's own rule: three tokens a message, one a name, three before the answer, and the texts themselves. It does not
 * say what tools and schemas become; here they count as JSON. `counts` belongs to the list of `textsOfRequest`.
 * Source: developers.openai.com/cookbook, How to count tokens with tiktoken
 */
export function countByRule(
  messages: readonly Counted[],
  parameters: Parameters,
  counts: readonly number[],
): RequestCount {
  let at = 0
  const take = (texts: readonly string[]) => texts.reduce((sum) => sum + (counts[at++] ?? 0), 0)
  const each = messages.map((message) => 3 + (message.name ? 1 : 0) + take(textsOf(message)))
  const rest = take(textsOfParameters(parameters))
  return { messages: each, parameters: rest, total: 3 + rest + each.reduce((sum, one) => sum + one, 0) }
}
