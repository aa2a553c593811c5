import { isField } from '../links/startLink'
import type { Parameters } from '../protocol/wire'

/** Of somebody else's settings those that the API knows under the same names, where they say something. */
export const knownFields = (settings: Record<string, unknown>): Parameters =>
  Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => isField(name) && value !== null && value !== ''),
  )
