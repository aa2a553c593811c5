import type { Parameters } from '../protocol/wire'

/** Fields that mean the same, of which a server may know only the one. */
const pairs: readonly (readonly [string, string])[] = [['max_tokens', 'max_completion_tokens']]

/** The other name of a field, if it has one that is not in use. */
export function otherNameOf(name: string, parameters: Parameters): string | undefined {
  const pair = pairs.find((one) => one.includes(name))
  const other = pair?.find((one) => one !== name)
  return other !== undefined && parameters[other] === undefined ? other : undefined
}
