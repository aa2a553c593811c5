import type { ConversationId } from '../conversation/Message'
import { useKeptFocus } from './useKeptFocus'

/** Shows nothing: keeps the focus in the thread, once there is one. */
export function KeptFocus({ id }: { id: ConversationId | null }) {
  useKeptFocus(id)
  return null
}
