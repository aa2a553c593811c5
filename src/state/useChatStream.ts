import type { ConversationId } from '../conversation/Message'
import { type Sending, stopRun, useIsQueued, useIsRunning } from './runs'
import { draftSubmitted } from './sending'

/**
 * The streaming hook: sends what the composer holds and says how the reply stands. The reply itself is read from
 * `response.body` outside React (`startRun`, `streamChatCompletion`) and reaches its own message once a frame, so
 * that whoever uses this hook renders when a reply begins and ends, and not in between.
 */
export function useChatStream(id: ConversationId | null) {
  const isStreaming = useIsRunning(id)
  const isQueued = useIsQueued(id)
  return {
    isStreaming,
    /** Whether the draft will be sent when the reply is finished. */
    isQueued,
    send: (sending?: Sending) => draftSubmitted(id, sending),
    stop: () => {
      if (id !== null) stopRun(id)
    },
  }
}
