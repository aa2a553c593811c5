import type { ChatError } from '../protocol/ChatError'
import { rejectedFields } from '../protocol/rejectedFields'
import type { RequestBody } from '../protocol/wire'
import { fieldRejected } from './profiles'
import { fingerprint } from './readProfiles'

/** Longer words are no mark on a control; the thread has them whole. */
const most = 400

/** Remembers which fields of a request an endpoint has refused, and in what words. */
export function fieldsRefused(endpointId: string, error: ChatError, body: RequestBody): void {
  const message = error.message.length > most ? `${error.message.slice(0, most - 1)}…` : error.message
  // An extra body may put anything there.
  const model: unknown = body.model
  for (const { name, because } of rejectedFields(error.toRecord(), Object.keys(body))) {
    // What is wrong with the messages is said where they stand.
    if (name === 'messages') continue
    fieldRejected(endpointId, name, {
      message: message.toWellFormed(),
      at: Date.now(),
      ...(typeof model === 'string' && model && { model }),
      ...(because === 'value' && { value: fingerprint(body[name]) }),
    })
  }
}
