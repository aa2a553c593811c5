import { scaled } from './decimal'
import type { Price } from './prices'
import type { UsageFigures } from './readUsage'

/** In whole picodollars; the parts make the total. */
export interface Cost {
  input: number
  cached: number
  output: number
  total: number
}

/** What tokens cost at a price. Cached input that the server counts beyond all input is not believed. */
export function costOf({ input = 0, cached = 0, output = 0 }: UsageFigures, price: Price): Cost {
  const kept = Math.min(cached, input)
  const parts = {
    input: (input - kept) * price.input,
    cached: kept * (price.cached ?? price.input),
    output: output * price.output,
  }
  return { ...parts, total: parts.input + parts.cached + parts.output }
}

/** What the server itself said, in picodollars. */
export const chargedOf = ({ cost }: UsageFigures): number | undefined => scaled(cost, 12)
