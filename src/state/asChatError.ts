import { ChatError } from '../protocol/ChatError'

/** Whatever was thrown, as a ChatError: what is not one is a fault of ours, and says so rather than hide. */
export const asChatError = (reason: unknown) =>
  reason instanceof ChatError
    ? reason
    : new ChatError(
        'garbled',
        reason instanceof Error ? reason.message : String(reason),
        {},
        { cause: reason },
      )
