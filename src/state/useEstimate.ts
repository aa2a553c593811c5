import { useDeferredValue, useMemo } from 'react'
import type { ConversationId } from '../conversation/Message'
import type { Parameters, Role } from '../protocol/wire'
import { calibrated } from '../tokens/calibrate'
import { estimateMessage, estimateParameters, priming } from '../tokens/estimateTokens'
import { useCalibration } from './calibrations'
import { type ContextLength, useContextLength } from './contextLengths'
import { usePath } from './conversations'
import { newMessage, newSystem, useDraft } from './drafts'
import { useTarget } from './nextConversation'
import { usePriceOf } from './prices'
import { usePathWeight } from './usePathWeight'

export interface Estimate {
  /** Tokens of the prompt, about. */
  tokens: number
  context: ContextLength | undefined
  /** Whether the context has room for the prompt: `tight` if not for the longest reply besides. */
  fits: 'yes' | 'tight' | 'no'
  /** What the prompt costs, in picodollars, about. */
  cost: number | undefined
}

/** What sending now in the name of `role` would take, about; undefined while there is nothing to send. */
export function useEstimate(id: ConversationId | null, role: Role): Estimate | undefined {
  const path = usePathWeight(usePath(id))
  // A keystroke is shown at once; what it weighs may come a moment later.
  const draft = useDeferredValue(useDraft(id ?? newMessage))
  const system = useDeferredValue(useDraft(newSystem))
  const { endpoint, parameters } = useTarget(id)
  const seen = useCalibration(endpoint, parameters.model)
  const context = useContextLength(endpoint, parameters.model)
  const price = usePriceOf(parameters.model)
  const typed = useMemo(
    () => weighDraft(role, draft) + (id === null ? weighDraft('system', system) : 0),
    [role, draft, system, id],
  )
  const besides = useMemo(() => priming + estimateParameters(parameters), [parameters])
  if (path === undefined || path + typed === 0) return undefined
  const tokens = calibrated(path + typed + besides, seen)
  return {
    tokens,
    context,
    fits: fitOf(tokens, longestReply(parameters), context?.tokens),
    cost: price && tokens * price.input,
  }
}

const weighDraft = (role: Role, content: string) => (content.trim() ? estimateMessage({ role, content }) : 0)

const fitOf = (tokens: number, reply: number, context = Infinity): Estimate['fits'] =>
  tokens > context ? 'no' : tokens + reply > context ? 'tight' : 'yes'

/** The most tokens that were asked for; 0 where nobody has said. */
export function longestReply({ max_completion_tokens, max_tokens }: Parameters): number {
  const most: unknown = max_completion_tokens ?? max_tokens
  return typeof most === 'number' ? most : 0
}
