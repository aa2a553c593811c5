import { prefillOf } from '../api/prefill'
import type { ConversationId } from '../conversation/Message'
import { treeOf, useConversation } from './conversations'
import { type Settings, currentSettings, endpointById, useSettings } from './settings'

/** Whether the endpoint of a conversation goes on from the beginning of an answer, or has to be asked in a new turn. */
export const canPrefill = (id: ConversationId): boolean =>
  continues(treeOf(id)?.conversation.endpoint, currentSettings())

export function useCanPrefill(id: ConversationId | null): boolean {
  const conversation = useConversation(id)
  const settings = useSettings((all) => all)
  return continues(conversation?.endpoint ?? settings.endpoint, settings)
}

function continues(id: string | undefined, settings: Settings): boolean {
  const endpoint = id === undefined ? undefined : endpointById(id, settings)
  return endpoint !== undefined && prefillOf(endpoint) !== 'no'
}
