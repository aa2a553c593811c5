import { memo, use, useState } from 'react'
import type { JsonValue } from '../ui/parseJson'
import { type JsonNews, isHere, newsOf } from './jsonNews'
import { LabelsContext } from './labels'

interface JsonTreeProps {
  value: JsonValue
  name?: string
  /** The whole value is open whatever its size. */
  isRoot?: boolean
  /** How many values may be shown unasked, here and below: a large text opens as fast as a small one. */
  budget?: number
  comma?: boolean
  /** What is happening in this value: it is being written, or something is wrong in it. */
  news?: JsonNews | undefined
}

/** So many entries of one array or object are shown at a time. */
const page = 100

/**
 * A value as it would be written, each array and object to be opened and closed. What grows is changed in place, so a
 * value is drawn again when it is another one or when there is news of it.
 */
export const JsonTree = memo(function JsonTree({
  value,
  name,
  isRoot = false,
  budget = 400,
  comma = false,
  news,
}: JsonTreeProps) {
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
        <Marked news={news}>
          <Scalar value={value} growing={news?.growing !== undefined} />
        </Marked>
        {tail}
      </>
    )
  const keys = Array.isArray(value) ? undefined : Object.keys(value)
  const count = Array.isArray(value) ? value.length : keys!.length
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  if (count === 0)
    return (
      <>
        {key}
        <Marked news={news}>
          {open}
          {close}
        </Marked>
        {tail}
      </>
    )
  return (
    <Branch
      {...{ value, name, isRoot, keys, count, budget, news }}
      before={
        <>
          {key}
          <Marked news={news}>{open}</Marked>
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
})

/** What a schema objects to, with the reason behind it. */
function Marked({ news, children }: { news: JsonNews | undefined; children: React.ReactNode }) {
  if (!isHere(news)) return children
  return (
    <>
      <mark data-violation tabIndex={-1}>
        {children}
      </mark>
      <span className="json-violation"> {news.reason}</span>
    </>
  )
}

interface BranchProps {
  value: JsonValue[] | { [key: string]: JsonValue }
  name: string | undefined
  isRoot: boolean
  /** Undefined for a list. */
  keys: string[] | undefined
  count: number
  budget: number
  news: JsonNews | undefined
  before: React.ReactNode
  after: React.ReactNode
}

function Branch({ value, name, isRoot, keys, count, budget, news, before, after }: BranchProps) {
  const labels = use(LabelsContext)
  const [chosen, choose] = useState<boolean>()
  const [unasked] = useState(() => isRoot || countUpTo(value, budget) <= budget)
  const [shown, setShown] = useState(page)
  const isOpen = chosen ?? (unasked || news?.wrong !== undefined)
  const size = keys ? labels.jsonKeys(count) : labels.jsonItems(count)
  const entry = (index: number) => {
    const key = keys ? keys[index]! : index
    return (
      <span key={key} className="json-entry">
        <JsonTree
          value={Array.isArray(value) ? value[index]! : value[key]!}
          {...(keys && { name: String(key) })}
          budget={Math.floor(budget / Math.min(count, page))}
          comma={index < count - 1}
          news={newsOf(news, key)}
        />
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        className="json-toggle"
        aria-expanded={isOpen}
        aria-label={labels.jsonOpen(name ? `${name}, ${size}` : size)}
        onClick={() => choose(!isOpen)}
      />
      {before}
      {!isOpen && <span className="json-count"> {size} </span>}
      {isOpen && (
        <span className="json-entries">
          {Array.from({ length: Math.min(count, shown) }, (_, index) => entry(index))}
          {count > shown && (
            <button type="button" className="json-more" onClick={() => setShown(shown + page)}>
              {labels.jsonMore(Math.min(page, count - shown))}
            </button>
          )}
          {placesIn(news, keys)
            .filter((index) => index >= shown && index < count)
            .map((index) => entry(index))}
        </span>
      )}
      {after}
    </>
  )
}

/** Where there is news, which is shown however far down it is. */
function placesIn(news: JsonNews | undefined, keys: string[] | undefined): number[] {
  const steps = [news?.wrong?.[0], news?.growing?.[0]].filter((step) => step !== undefined)
  const places = steps.map((step) => (typeof step === 'number' ? step : (keys?.indexOf(step) ?? -1)))
  return [...new Set(places)].toSorted((a, b) => a - b)
}

function Scalar({ value, growing }: { value: string | number | boolean | null; growing: boolean }) {
  const kind =
    typeof value === 'string' ? 'json-string' : typeof value === 'number' ? 'json-number' : 'json-word'
  const written = JSON.stringify(value)
  return (
    <>
      <span className={kind}>{growing && typeof value === 'string' ? written.slice(0, -1) : written}</span>
      {growing && <span className="caret" aria-hidden="true" />}
    </>
  )
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
