import { use, useState } from 'react'
import type { JsonValue } from '../ui/parseJson'
import { LabelsContext } from './labels'

interface JsonTreeProps {
  value: JsonValue
  name?: string
  /** How many values may be shown unasked, here and below: a large text opens as fast as a small one. */
  budget?: number
  comma?: boolean
}

/** So many entries of one array or object are shown at a time. */
const page = 100

/** A value as it would be written, each array and object to be opened and closed. */
export function JsonTree({ value, name, budget = 400, comma = false }: JsonTreeProps) {
  const tail = comma && ','
  const key = name !== undefined && (
    <>
      <span className="json-key">{JSON.stringify(name)}</span>
      {': '}
    </>
  )
  if (value === null || typeof value !== 'object')
    return (
      <>
        {key}
        <Scalar value={value} />
        {tail}
      </>
    )
  const entries = Object.entries(value)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  if (entries.length === 0)
    return (
      <>
        {key}
        {open}
        {close}
        {tail}
      </>
    )
  return (
    <Branch
      {...{ value, entries, budget }}
      name={name ?? ''}
      before={
        <>
          {key}
          {open}
        </>
      }
      after={
        <>
          {close}
          {tail}
        </>
      }
    />
  )
}

interface BranchProps {
  value: object
  name: string
  entries: [string, JsonValue][]
  budget: number
  before: React.ReactNode
  after: React.ReactNode
}

function Branch({ value, name, entries, budget, before, after }: BranchProps) {
  const labels = use(LabelsContext)
  const isArray = Array.isArray(value)
  const [isOpen, setOpen] = useState(() => name === '' || countUpTo(value, budget) <= budget)
  const [shown, setShown] = useState(page)
  const count = isArray ? labels.jsonItems(entries.length) : labels.jsonKeys(entries.length)
  const visible = isOpen ? entries.slice(0, shown) : []
  return (
    <>
      <button
        type="button"
        className="json-toggle"
        aria-expanded={isOpen}
        aria-label={labels.jsonOpen(name === '' ? count : `${name}, ${count}`)}
        onClick={() => setOpen(!isOpen)}
      />
      {before}
      {!isOpen && <span className="json-count"> {count} </span>}
      {isOpen && (
        <span className="json-entries">
          {visible.map(([key, entry], index) => (
            <span key={key} className="json-entry">
              <JsonTree
                value={entry}
                {...(isArray ? {} : { name: key })}
                budget={Math.floor(budget / visible.length)}
                comma={index < entries.length - 1}
              />
            </span>
          ))}
          {entries.length > shown && (
            <button type="button" className="json-more" onClick={() => setShown(shown + page)}>
              {labels.jsonMore(Math.min(page, entries.length - shown))}
            </button>
          )}
        </span>
      )}
      {after}
    </>
  )
}

function Scalar({ value }: { value: string | number | boolean | null }) {
  const kind =
    typeof value === 'string' ? 'json-string' : typeof value === 'number' ? 'json-number' : 'json-word'
  return <span className={kind}>{JSON.stringify(value)}</span>
}

/** How many values there are inside, or a number above `most` as soon as that is certain. */
function countUpTo(value: object, most: number): number {
  let count = 0
  const waiting: object[] = [value]
  for (let next = waiting.pop(); next && count <= most; next = waiting.pop()) {
    for (const entry of Object.values(next)) {
      if (++count > most) return count
      if (typeof entry === 'object' && entry !== null) waiting.push(entry)
    }
  }
  return count
}
