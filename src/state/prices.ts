import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { RunFacts } from '../conversation/Message'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import { type Cost, chargedOf, costOf } from '../tokens/costOf'
import { type Price, priceOf, readPrices } from '../tokens/prices'
import { readUsage } from '../tokens/readUsage'
import { notify } from './notices'

export type { Cost } from '../tokens/costOf'
export type { Price } from '../tokens/prices'

/** What the reader says that models cost. It starts empty: prices change, and a wrong one is worse than none. */
const table = createStore<{ prices: readonly Price[] }>()(() => ({ prices: readPrices(loadLocal('prices')) }))

onLocalChange('prices', () => table.setState({ prices: readPrices(loadLocal('prices')) }))

export const usePrices = () => useStore(table, ({ prices }) => prices)

/** The price of the first of these names that has one. */
export const usePriceOf = (...models: (string | null | undefined)[]): Price | undefined =>
  useStore(table, ({ prices }) => {
    for (const model of models) {
      const price = typeof model === 'string' && model ? priceOf(prices, model) : undefined
      if (price) return price
    }
    return undefined
  })

/** What a run cost, in picodollars: as its server says, else by the table; in parts only by the table. */
export function useRunCost({ usage, extra, parameters, model }: RunFacts): { total?: number; parts?: Cost } {
  const price = usePriceOf(parameters.model, model)
  const figures = readUsage(usage, extra)
  const charged = chargedOf(figures)
  if (charged !== undefined) return { total: charged }
  if (!price || figures.input === undefined || figures.output === undefined) return {}
  const parts = costOf(figures, price)
  return { total: parts.total, parts }
}

/** The whole table anew. */
export function pricesChanged(change: (prices: readonly Price[]) => readonly Price[]): void {
  const prices = change(table.getState().prices)
  table.setState({ prices })
  if (!saveLocal('prices', { version: 1, prices })) notify({ type: 'settings-not-kept' })
}
