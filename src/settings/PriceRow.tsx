import { useState } from 'react'
import { perMillion } from '../state/editPrices'
import type { Price } from '../state/prices'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { wideField } from '../ui/fieldLook'
import { t } from '../words/rooms'

interface Props {
  /** Left out for a new one, which counts as soon as it is whole. */
  price?: Price
  /** Whether another price has this pattern. */
  isTaken: (pattern: string) => boolean
  onSave: (price: Price) => void
  onRemove: () => void
}

type Fields = Record<'pattern' | 'input' | 'cached' | 'output', string>
type Checked = { price: Price } | { problem: string; field: keyof Fields }

/** One price: the model's name and three numbers. It is kept when the row is left and all of it makes sense. */
export function PriceRow({ price, isTaken, onSave, onRemove }: Props) {
  const [fields, setFields] = useState<Fields>(() => toFields(price))
  const [left, setLeft] = useState(false)
  const checked = check(fields, isTaken)
  const problem = left && 'problem' in checked ? checked : undefined
  const settle = () => {
    setLeft(true)
    if ('price' in checked && JSON.stringify(toFields(price)) !== JSON.stringify(toFields(checked.price)))
      onSave(checked.price)
  }
  const field = (name: keyof Fields, label: string) => (
    <label className="flex min-w-0 flex-col gap-0.5 text-tiny text-faint">
      <span aria-hidden="true" className="hidden group-first:block phone:block">
        {label}
      </span>
      <input
        aria-label={name === 'pattern' ? label : t.prices.fieldOf(label, fields.pattern)}
        aria-invalid={problem?.field === name || undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for this row
        autoFocus={name === 'pattern' && !price}
        value={fields[name]}
        inputMode={name === 'pattern' ? 'text' : 'decimal'}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ target }) => setFields({ ...fields, [name]: target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || price) return
          // The focus moves to a button, which must not be pressed by this very key.
          event.preventDefault()
          settle()
        }}
        className={`${wideField} ${name === 'pattern' ? 'font-mono' : 'tabular text-end'} text-small`}
      />
    </label>
  )
  return (
    // What is heard here is the focus leaving the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="group grid grid-cols-[minmax(0,1fr)_5rem_5rem_5rem_auto] items-end gap-1.5 phone:grid-cols-[1fr_1fr_1fr_auto]"
      onBlur={({ currentTarget, relatedTarget }) => {
        // Going from one field to the next is not yet leaving the price.
        if (!currentTarget.contains(relatedTarget)) settle()
      }}
    >
      <div className="phone:col-span-4">{field('pattern', t.prices.model)}</div>
      {field('input', t.prices.input)}
      {field('cached', t.prices.cached)}
      {field('output', t.prices.output)}
      <Button look="plain" aria-label={t.prices.remove(fields.pattern)} onClick={onRemove}>
        <Icon name="close" />
      </Button>
      {problem && (
        <p role="alert" className="col-span-full text-small text-warn">
          {problem.problem}
        </p>
      )}
    </li>
  )
}

const toFields = (price: Price | undefined): Fields => ({
  pattern: price?.pattern ?? '',
  input: typed(price?.input),
  cached: typed(price?.cached),
  output: typed(price?.output),
})

const typed = (price: number | undefined) => (price === undefined ? '' : String(price / 1e6))

function check({ pattern, input, cached, output }: Fields, isTaken: (pattern: string) => boolean): Checked {
  const name = pattern.trim()
  if (!name) return { problem: t.prices.problems.model, field: 'pattern' }
  if (isTaken(name)) return { problem: t.prices.problems.known, field: 'pattern' }
  const prices = { input: perMillion(input), output: perMillion(output) }
  if (prices.input === undefined) return { problem: t.prices.problems.number, field: 'input' }
  if (prices.output === undefined) return { problem: t.prices.problems.number, field: 'output' }
  const price = { pattern: name, input: prices.input, output: prices.output }
  if (!cached.trim()) return { price }
  const kept = perMillion(cached)
  return kept === undefined
    ? { problem: t.prices.problems.number, field: 'cached' }
    : { price: { ...price, cached: kept } }
}
