import type { ModelInfo } from '../api/listModels'
import { mergePrices, pricesIn } from '../tokens/listedPrices'
import { type Price, pricesChanged } from './prices'

export { perMillion } from '../tokens/listedPrices'

/** A price is new, or another; `before` is the pattern that it had. */
export function priceSaved(price: Price, before?: string): void {
  pricesChanged((prices) => {
    const others = prices.filter(({ pattern }) => pattern !== price.pattern || pattern === before)
    const known = before !== undefined && others.some(({ pattern }) => pattern === before)
    return known ? others.map((one) => (one.pattern === before ? price : one)) : [...others, price]
  })
}

export function priceRemoved(pattern: string): void {
  pricesChanged((prices) => prices.filter((price) => price.pattern !== pattern))
}

export const pricesCleared = () => pricesChanged(() => [])

/** Takes over what a list of models says of prices, and tells how many that were. */
export function pricesImported(models: readonly ModelInfo[]): number {
  const found = pricesIn(models)
  if (found.length) pricesChanged((prices) => mergePrices(prices, found))
  return found.length
}
