import { useEffect, useRef, useState } from 'react'
import { builtIn } from '../state/endpoints'
import { usePanel } from '../state/panels'
import { priceRemoved, priceSaved, pricesCleared, pricesImported } from '../state/editPrices'
import { usePrices } from '../state/prices'
import { endpointById, useSettings } from '../state/settings'
import { useModels } from '../state/useModels'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { wideField } from '../ui/fieldLook'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { PriceRow } from './PriceRow'

/** How many prices are in view at once; a list that was taken over has hundreds. */
const most = 25

/** What models cost: the reader's own table, nothing else. */
export function Prices() {
  const prices = usePrices()
  const [wanted, setWanted] = useState('')
  const [adding, setAdding] = useState(false)
  const section = useRef<HTMLElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const panel = usePanel()
  const isAsked = panel.name === 'settings' && panel.at === 'prices'
  useEffect(() => {
    if (!isAsked) return
    section.current?.scrollIntoView({ block: 'start' })
    section.current?.focus({ preventScroll: true })
  }, [isAsked])
  const words = wanted.toLowerCase().split(/\s+/)
  const fitting = prices.filter(({ pattern }) => words.every((word) => pattern.toLowerCase().includes(word)))
  const added = () => {
    setAdding(false)
    // The row is gone, and the focus with it, unless it has already gone elsewhere.
    if (section.current?.querySelector('li:focus-within')) addButton.current?.focus()
  }
  const removeAll = () => {
    if (confirm(t.prices.removeAllAsk(count(prices.length)))) pricesCleared()
  }
  return (
    <section ref={section} tabIndex={-1} className="flex flex-col gap-2.5 outline-none">
      <h3 className="font-semibold">{t.prices.title}</h3>
      <p className="max-w-prose text-small text-faint">{t.prices.hint}</p>
      {prices.length > most && (
        <input
          type="search"
          aria-label={t.prices.filter}
          placeholder={t.prices.filter}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          className={wideField}
        />
      )}
      {(prices.length > 0 || adding) && (
        <ul className="flex flex-col gap-1.5 phone:gap-3">
          {fitting.slice(0, most).map((price) => (
            <PriceRow
              key={price.pattern}
              price={price}
              isTaken={(pattern) => prices.some((one) => one.pattern === pattern && one !== price)}
              onSave={(changed) => priceSaved(changed, price.pattern)}
              onRemove={() => priceRemoved(price.pattern)}
            />
          ))}
          {adding && (
            <PriceRow
              key=" new"
              isTaken={(pattern) => prices.some((one) => one.pattern === pattern)}
              onSave={(price) => {
                priceSaved(price)
                added()
              }}
              onRemove={added}
            />
          )}
        </ul>
      )}
      {fitting.length > most && (
        <p className="text-small text-faint">{t.prices.more(count(fitting.length - most))}</p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button ref={addButton} aria-disabled={adding} onClick={() => setAdding(true)}>
          <Icon name="plus" className="size-3.5" />
          {t.prices.add}
        </Button>
        <Import />
        {prices.length > 1 && (
          <Button look="danger" onClick={removeAll}>
            {t.prices.removeAll}
          </Button>
        )}
      </div>
    </section>
  )
}

/** Takes prices from the list of models of the endpoint in use, where it has them. */
function Import() {
  const settings = useSettings((all) => all)
  const endpoint = endpointById(settings.endpoint, settings) ?? builtIn
  const models = useModels(endpoint, { enabled: false })
  const [told, setTold] = useState('')
  if (endpoint.id === builtIn.id) return null
  const take = async () => {
    setTold(t.prices.importing)
    const { data, error } = await models.refetch()
    if (!data || error) {
      setTold(t.prices.importFailed(error?.message ?? ''))
      return
    }
    const found = pricesImported(data)
    setTold(found ? t.prices.imported(found) : t.prices.noneListed)
  }
  return (
    <>
      <Button disabled={models.isFetching} onClick={() => void take()}>
        {t.prices.import(endpoint.name)}
      </Button>
      <span role="status" className="text-small text-soft">
        {told}
      </span>
    </>
  )
}
