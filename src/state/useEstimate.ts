import { useDeferredValue } from 'react'
import type { ConversationId, Message } from '../conversation/Message'
import { isSent } from '../conversation/toRequestMessages'
import type { Parameters, Role } from '../protocol/wire'
import { calibrated } from '../tokens/calibrate'
import { estimateMessage, estimateParameters, priming } from '../tokens/estimateTokens'
import { useCalibration } from './calibrations'
import { type ContextLength, useContextLength } from './contextLengths'
import { usePath } from './conversations'
import { newMessage, newSystem, useDraft } from './drafts'
import { useTarget } from './nextConversation'
import { usePriceOf } from './prices'

/** Each is weighed once: messages, paths and parameters are values that never change. */
const messages = new WeakMap<Message, number>()
const paths = new WeakMap<readonly Message[], number>()
const parameterSets = new WeakMap<Parameters, number>()

function once<Key extends object>(
  known: WeakMap<Key, number>,
  key: Key,
  weigh: (key: Key) => number,
): number {
  let weight = known.get(key)
  if (weight === undefined) known.set(key, (weight = weigh(key)))
  return weight
}

const weighPath = (path: readonly Message[]) =>
  path.reduce((sum, one) => sum + (isSent(one) ? once(messages, one, estimateMessage) : 0), 0)

const weighDraft = (role: Role, content: string) => (content.trim() ? estimateMessage({ role, content }) : 0)

export interface Estimate {
  /** Tokens of the prompt, about. */
  tokens: number
  context: ContextLength | undefined
  /** Whether prompt and the longest reply that was asked for have room in the context. */
  fits: boolean
  /** What the prompt costs, in picodollars, about. */
  cost: number | undefined
}

/** What sending now in the name of `role` would take, about; undefined while there is nothing to send. */
export function useEstimate(id: ConversationId | null, role: Role): Estimate | undefined {
  const path = usePath(id)
  // A keystroke is shown at once; what it weighs may come a moment later.
  const draft = useDeferredValue(useDraft(id ?? newMessage))
  const system = useDeferredValue(useDraft(newSystem))
  const { endpoint, parameters } = useTarget(id)
  const seen = useCalibration(endpoint, parameters.model)
  const context = useContextLength(endpoint, parameters.model)
  const price = usePriceOf(parameters.model)
  const words =
    once(paths, path, weighPath) + weighDraft(role, draft) + (id === null ? weighDraft('system', system) : 0)
  if (words === 0) return undefined
  const tokens = calibrated(priming + words + once(parameterSets, parameters, estimateParameters), seen)
  return {
    tokens,
    context,
    fits: context === undefined || tokens + longestReply(parameters) <= context.tokens,
    cost: price && tokens * price.input,
  }
}

/** The most tokens that were asked for; 0 where nobody has said. */
export const longestReply = ({ max_completion_tokens, max_tokens }: Parameters): number =>
  max_completion_tokens ?? max_tokens ?? 0
