import { isObject } from '../protocol/isObject'
import { scaled } from './decimal'
import { type Price, dearest, mostPrices } from './prices'

/** Dollars for a million tokens, as somebody types them. */
export const perMillion = (typed: unknown): number | undefined => affordable(scaled(typed, 6))

/** Dollars for one token, as OpenRouter lists them. */
const perToken = (listed: unknown): number | undefined => affordable(scaled(listed, 12))

const affordable = (price: number | undefined) =>
  price !== undefined && price <= dearest ? price : undefined

/** The prices in a list of models, where it has them: OpenRouter's `pricing`, strings in dollars for one token. */
export const pricesIn = (models: readonly { id: string; [key: string]: unknown }[]): Price[] =>
  models.flatMap(({ id, pricing }) => {
    if (!isObject(pricing)) return []
    const input = perToken(pricing['prompt'])
    const output = perToken(pricing['completion'])
    const cached = perToken(pricing['input_cache_read'])
    if (input === undefined || output === undefined) return []
    return [{ pattern: id, input, output, ...(cached !== undefined && { cached }) }]
  })

/** One table out of two: what the second says of a pattern counts. */
export function mergePrices(known: readonly Price[], fresh: readonly Price[]): Price[] {
  const all = new Map(known.map((price) => [price.pattern, price]))
  for (const price of fresh) all.set(price.pattern, price)
  return [...all.values()].slice(0, mostPrices)
}
