import type { ConversationId, MessageId } from '../conversation/Message'
import { replyAskedAgain } from './editMessage'
import { parametersChanged } from './nextConversation'
import { isOperators } from './operatorId'
import { endpointById, endpointSaved } from './settings'

/** Whether the reader may change an endpoint: what the operator has given stays. */
export const canBeMended = (endpoint: string) => !isOperators(endpoint)

/** Puts an endpoint at another address of the same server, and asks again for the reply that failed there. */
export function addressMended(
  conversation: ConversationId,
  message: MessageId,
  endpoint: string,
  baseURL: string,
) {
  const known = endpointById(endpoint)
  if (known) endpointSaved({ ...known, baseURL })
  return replyAskedAgain(conversation, message)
}

/** Takes another model, and asks it for the reply that failed. */
export function modelMended(conversation: ConversationId, message: MessageId, model: string) {
  parametersChanged(conversation, { model })
  return replyAskedAgain(conversation, message)
}
