import { type KeyboardEvent, useId, useState } from 'react'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { fieldLook } from './looks'
import { readNumber, stepped } from './readNumber'

/** The numbers that a field takes. */
export interface Range {
  min: number
  max?: number
  step: number
  /** Where a control rests while the field is unset, and where it begins when it is stepped. */
  start: number
}

interface Props {
  label: string
  /** The id of what says what the number does. */
  describedBy: string
  range: Range
  value: number | undefined
  onChange: (value: number | undefined) => void
  /** A field of its own rather than a value in a row. */
  wide?: boolean
}

const inRow =
  'min-h-7 w-20 rounded-chip border border-transparent bg-transparent px-1.5 text-end hover:border-line focus:border-edge focus:bg-paper aria-invalid:border-warn'

/**
 * A number typed by hand, or stepped with the arrow keys. What does not fit is marked and changes nothing. (A number
 * input of the browser would swallow what it cannot read, and a wheel over it would change it.)
 */
export function NumberField({ label, describedBy, range, value, onChange, wide = false }: Props) {
  const { min, max } = range
  const [typed, setTyped] = useState<string>()
  const error = useId()
  const wrong = typed !== undefined && readNumber(typed, range).kind === 'wrong'
  const change = (text: string) => {
    setTyped(text)
    const read = readNumber(text, range)
    if (read.kind === 'number') onChange(read.value)
    if (read.kind === 'unset') onChange(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (!by) return
    event.preventDefault()
    setTyped(undefined)
    onChange(stepped(value, by * (event.shiftKey ? 10 : 1), range))
  }
  return (
    <span className={`relative ${wide ? 'grow' : value === undefined ? '-me-1.5' : ''}`}>
      <input
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={value === undefined ? t.parameters.notSent : undefined}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${error} ${describedBy}` : describedBy}
        autoComplete="off"
        placeholder={t.parameters.notSent}
        value={typed ?? value ?? ''}
        onChange={({ target }) => change(target.value)}
        onBlur={() => setTyped(undefined)}
        onKeyDown={onKeyDown}
        className={`tabular placeholder:text-faint ${wide ? fieldLook : inRow}`}
      />
      {wrong && (
        <span
          id={error}
          role="alert"
          className="absolute end-0 top-full z-10 mt-1 rounded-chip border border-warn bg-raised px-2 py-1 text-small whitespace-nowrap text-warn shadow-float"
        >
          {t.parameters.outOfRange(count(min), max === undefined ? '∞' : count(max))}
        </span>
      )}
    </span>
  )
}
