import type { Target } from './nextConversation'
import { profileOf } from './profiles'
import type { Profile } from './readProfiles'

/** The fields of a request, and in how many requests of them the choices are asked for. */
export interface Asked extends Pick<Target, 'parameters' | 'extraBody'> {
  requests: number
}

/**
 * How the choices are asked for: together, with `n`; or apart, each in a request without it, where the reader has
 * agreed to that for the endpoint, or asks for so many `requests` now.
 */
export function askedFor(
  { endpoint, parameters, extraBody }: Target,
  requests = requestsFor(profileOf(endpoint), choicesOf({ parameters, extraBody })),
): Asked {
  if (requests === undefined) return { requests: 1, parameters, ...(extraBody && { extraBody }) }
  const { n: _n, ...single } = parameters
  const { n: _extra, ...rest } = extraBody ?? {}
  return { requests, parameters: single, ...(Object.keys(rest).length > 0 && { extraBody: rest }) }
}

/** In how many requests an endpoint is asked for `n` choices; undefined if all go into one. */
export const requestsFor = ({ choices }: Profile, n: number): number | undefined =>
  n > 1 && choices === 'one' ? n : undefined

/** How many choices are wanted; what the extra body says counts. */
export function choicesOf({
  parameters,
  extraBody,
}: Pick<Target, 'parameters'> & { extraBody?: Target['extraBody'] | undefined }): number {
  const n: unknown = extraBody && 'n' in extraBody ? extraBody['n'] : parameters.n
  return typeof n === 'number' && Number.isInteger(n) && n > 1 ? n : 1
}
