import { type Unknowns, isObject } from '../protocol/isObject'

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

export const mostPrices = 1000
/** A thousand dollars for a million tokens; what lies beyond is a slip of the hand, or of the unit. */
export const dearest = 1e9

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
