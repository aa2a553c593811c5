import { prefillOf } from '../api/prefill'
import type { ConversationId } from '../conversation/Message'
import { type Target, targetOf, useTarget } from './nextConversation'
import { profileOf, useProfile } from './profiles'
import type { Profile } from './readProfiles'
import { type Settings, currentSettings, endpointById, useSettings } from './settings'

/**
 * Whether the endpoint and the model of a conversation go on from the beginning of an answer, or have to be asked
 * in a new turn.
 */
export const canPrefill = (id: ConversationId): boolean => targetContinues(targetOf(id))

export const targetContinues = (target: Target): boolean =>
  continues(target, currentSettings(), profileOf(target.endpoint))

export function useCanPrefill(id: ConversationId | null): boolean {
  const target = useTarget(id)
  return continues(
    target,
    useSettings((all) => all),
    useProfile(target.endpoint),
  )
}

function continues(
  { endpoint: id, parameters }: Target,
  settings: Settings,
  { noPrefill }: Profile,
): boolean {
  const endpoint = endpointById(id, settings)
  return (
    endpoint !== undefined && prefillOf(endpoint) !== 'no' && !noPrefill?.includes(parameters.model ?? '')
  )
}
