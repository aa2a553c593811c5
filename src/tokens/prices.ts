import { type Unknowns, isObject } from '../protocol/isObject'
import { scaled } from './decimal'

/**
 * What a token costs, in whole picodollars (10⁻¹² $): a dollar for a million tokens is a million of them. Whole
 * numbers, because sums of 0.1 and 0.2 must not be 0.30000000000000004.
 */
export interface Price {
  /** The model's name; `*` stands for anything. */
  pattern: string
  input: number
  /** For input that the server had in its cache; without it, as other input. */
  cached?: number
  output: number
}

const mostPrices = 1000
/** A thousand dollars for a million tokens; what lies beyond is a slip of the hand, or of the unit. */
const dearest = 1e9

/** Dollars for a million tokens, as somebody types them. */
export const perMillion = (typed: unknown): number | undefined => affordable(scaled(typed, 6))

/** Dollars for one token, as OpenRouter lists them. */
const perToken = (listed: unknown): number | undefined => affordable(scaled(listed, 12))

const affordable = (price: number | undefined) =>
  price !== undefined && price <= dearest ? price : undefined

/** The prices in what was kept, whatever that is. */
export function readPrices(kept: unknown): Price[] {
  const list: unknown = isObject(kept) ? kept['prices'] : undefined
  return Array.isArray(list) ? list.filter(isObject).flatMap(readPrice).slice(0, mostPrices) : []
}

function readPrice({ pattern, input, cached, output }: Unknowns): Price[] {
  if (typeof pattern !== 'string' || !pattern.trim() || !isPrice(input) || !isPrice(output)) return []
  return [{ pattern, input, output, ...(isPrice(cached) && { cached }) }]
}

const isPrice = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= dearest

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

/** The price of a model: by its very name, else by the pattern that says most about it. */
export function priceOf(prices: readonly Price[], model: string): Price | undefined {
  let best: Price | undefined
  for (const price of prices) {
    if (price.pattern === model) return price
    if (!price.pattern.includes('*') || !matches(price.pattern, model)) continue
    if (!best || price.pattern.length > best.pattern.length) best = price
  }
  return best
}

/** Without a regular expression, so that no pattern can take for ever. */
function matches(pattern: string, model: string): boolean {
  const [first = '', ...others] = pattern.split('*')
  const last = others.pop() ?? ''
  if (!model.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = model.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return model.length - last.length >= at && model.endsWith(last)
}
