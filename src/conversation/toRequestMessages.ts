import type { RequestMessage } from '../protocol/wire'
import { type Message, isEmpty, isLive } from './Message'
import type { Written } from './written'

/**
 * A path of messages in the shape that the API takes. An answer that never said anything (it failed, or is
 * only on its way) is not sent; everything else is, as it stands. Reasoning is not sent back: servers differ
 * in whether they refuse it, and the API reference has no field for it.
 */
export function toRequestMessages(path: readonly Message[]): RequestMessage[] {
  return path.filter(isSent).map(toRequestMessage)
}

/** Whether a message on the path is part of the request. */
export function isSent(message: Message): boolean {
  if (isLive(message) || message.muted) return false
  return !(message.run && isEmpty(message))
}

/** One message in that shape, whatever its state. */
export function toRequestMessage({
  role,
  content,
  name,
  refusal,
  tool_calls,
  tool_call_id,
}: Written): RequestMessage {
  const calls = tool_calls?.map(({ index: _index, ...call }) => call)
  return {
    role,
    // An answer that only calls tools or refuses has null for its content, as the API itself sends it.
    content: content === '' && (calls?.length || refusal) ? null : content,
    ...(name && { name }),
    ...(refusal && { refusal }),
    ...(calls?.length && { tool_calls: calls }),
    ...(tool_call_id && { tool_call_id }),
  }
}
