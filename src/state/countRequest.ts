import type { RequestBody } from '../protocol/wire'
import { type Observation, calibrated, slopeOf } from '../tokens/calibrate'
import { type RequestCount, countByRule, textsOfRequest } from '../tokens/countByRule'
import { countInWorker } from '../tokens/countInWorker'
import type { Encoding } from '../tokens/encodingOf'
import { estimateMessage, estimateParameters, estimateTokens, messagesOf } from '../tokens/estimateTokens'

export { encodingOf } from '../tokens/encodingOf'
export { imagesIn, uncountedParts } from '../tokens/estimateTokens'

/** The tokens of a request by a real tokeniser, in a worker; undefined if that could not be loaded. */
export async function countRequest(encoding: Encoding, body: RequestBody): Promise<RequestCount | undefined> {
  const messages = messagesOf(body)
  const counts = await countInWorker(encoding, textsOfRequest(messages, body))
  return counts && countByRule(messages, body, counts)
}

/** The same, estimated. What the server puts around every prompt is in the total alone. */
export function estimateRequest(body: RequestBody, seen: Observation | undefined): RequestCount {
  const slope = slopeOf(seen)
  const messages = messagesOf(body)
  const tokens = (weight: number) => Math.round((weight * slope) / 1000)
  return {
    messages: messages.map((message) => tokens(estimateMessage(message))),
    parameters: tokens(estimateParameters(body)),
    total: calibrated(estimateTokens(messages, body), seen),
  }
}
