import { useDeferredValue, useMemo } from 'react'
import type { ConversationId } from '../conversation/Message'
import type { Parameters, Role } from '../protocol/wire'
import { calibrated } from '../tokens/calibrate'
import { estimateMessage, estimateParameters, messagesOf, priming } from '../tokens/estimateTokens'
import { useCalibration } from './calibrations'
import { choicesOf, requestsFor } from './choicesApart'
import { type ContextLength, useContextLength } from './contextLengths'
import { usePath } from './conversations'
import { newMessage, newSystem, useDraft } from './drafts'
import { useTarget } from './nextConversation'
import { usePriceOf } from './prices'
import { useProfile } from './profiles'
import { usePathWeight } from './usePathWeight'

export interface Estimate {
  /** Tokens of the prompt, about. */
  tokens: number
  /** How many times it is sent. */
  requests: number
  context: ContextLength | undefined
  /** Whether the context has room for the prompt: `tight` if not for the longest reply besides. */
  fits: 'yes' | 'tight' | 'no'
  /** What the prompt costs in all its requests, in picodollars, about. */
  cost: number | undefined
}

/** What sending now in the name of `role` would take, about; undefined while there is nothing to send. */
export function useEstimate(id: ConversationId | null, role: Role): Estimate | undefined {
  const path = usePathWeight(usePath(id))
  // A keystroke is shown at once; what it weighs may come a moment later.
  const draft = useDeferredValue(useDraft(id ?? newMessage))
  const system = useDeferredValue(useDraft(newSystem))
  const { endpoint, parameters, extraBody } = useTarget(id)
  const requests = requestsFor(useProfile(endpoint), choicesOf({ parameters, extraBody })) ?? 1
  const fields = useMemo((): Parameters => ({ ...parameters, ...extraBody }), [parameters, extraBody])
  const model = typeof fields.model === 'string' ? fields.model : undefined
  const seen = useCalibration(endpoint, model)
  const context = useContextLength(endpoint, model)
  const price = usePriceOf(model)
  const typed = useMemo(
    () => weighDraft(role, draft) + (id === null ? weighDraft('system', system) : 0),
    [role, draft, system, id],
  )
  const besides = useMemo(() => priming + estimateParameters(fields), [fields])
  const replaced = useMemo(() => weighMessages(fields), [fields])
  const said = replaced ?? (path === undefined ? undefined : path + typed)
  if (!said) return undefined
  const tokens = calibrated(said + besides, seen)
  return {
    tokens,
    requests,
    context,
    fits: fitOf(tokens, longestReply(fields), context?.tokens),
    cost: price && tokens * requests * price.input,
  }
}

const weighDraft = (role: Role, content: string) => (content.trim() ? estimateMessage({ role, content }) : 0)

/** The messages of an extra body, which stand in the place of all others; undefined if it has none. */
const weighMessages = ({ messages }: Parameters): number | undefined =>
  messages === undefined
    ? undefined
    : messagesOf({ messages }).reduce((sum, message) => sum + estimateMessage(message), 0)

const fitOf = (tokens: number, reply: number, context = Infinity): Estimate['fits'] =>
  tokens > context ? 'no' : tokens + reply > context ? 'tight' : 'yes'

/** The most tokens that were asked for; 0 where nobody has said. */
export function longestReply({ max_completion_tokens, max_tokens }: Parameters): number {
  const most: unknown = max_completion_tokens ?? max_tokens
  return typeof most === 'number' ? most : 0
}
