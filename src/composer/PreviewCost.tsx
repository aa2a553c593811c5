import type { RequestBody } from '../protocol/wire'
import { settingsOpened } from '../state/panels'
import { usePriceOf } from '../state/prices'
import { longestReply } from '../state/useEstimate'
import { Button } from '../ui/Button'
import { count, dollars } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  body: RequestBody
  /** How many times it is sent. */
  requests: number
  model: string | undefined
  tokens: number
}

/** What it would cost, where the price is known, and the way to where prices are kept. */
export function PreviewCost({ body, requests, model, tokens }: Props) {
  const price = usePriceOf(model)
  const choices: unknown = body.n
  const reply = longestReply(body) * requests * (typeof choices === 'number' ? choices : 1)
  const prompt = t.tokens.cost(dollars(tokens * requests * (price?.input ?? 0)))
  const each = !price
    ? t.tokens.noPrice
    : reply > 0
      ? t.tokens.priceWithReply(prompt, dollars(reply * price.output), count(reply))
      : t.tokens.price(prompt)
  const words = price && requests > 1 ? t.tokens.priceApart(each, count(requests)) : each
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className={`tabular ${price ? '' : 'text-faint'}`} data-part="cost">
        {words}
      </p>
      <Button onClick={() => settingsOpened({ at: 'prices' })}>{t.tokens.setPrices}</Button>
    </div>
  )
}
