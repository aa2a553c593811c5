import { memo, use, useState } from 'react'
import type { JsonValue } from '../ui/parseJson'
import { t } from '../words/rooms'
import { type JsonNews, isHere, newsOf } from './jsonNews'
import { LabelsContext } from './labels'
import { type Table, brief, columnsOf, isObject } from './tableOf'

/** So many rows are shown at a time, and never more columns than that. */
const page = 100
const mostColumns = 60

/** A list of objects as rows. What stands beside the list stands above it. */
export function JsonTable({
  table: { rows, path, beside },
  news,
}: {
  table: Table
  news?: JsonNews | undefined
}) {
  const labels = use(LabelsContext)
  const [shown, setShown] = useState(page)
  const inRows = path.reduce<JsonNews | undefined>(newsOf, news)
  const visible = rows.slice(0, shown)
  const columns = columnsOf(visible).slice(0, mostColumns)
  // As one string, so that rows that stay the same need not be drawn again.
  const names = JSON.stringify(columns)
  const row = (index: number) => (
    <Row key={index} index={index} value={rows[index]!} names={names} news={newsOf(inRows, index)} />
  )
  const further = [inRows?.wrong?.[0], inRows?.growing?.[0]].filter(
    (index) => typeof index === 'number' && index >= shown && index < rows.length,
  )
  return (
    <>
      {beside.length > 0 && (
        <dl className="json-beside">
          {beside.map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <Cell as="dd" value={value} news={newsOf(news, key)} />
            </div>
          ))}
        </dl>
      )}
      {(isHere(news) || isHere(inRows)) && path.length + (inRows?.wrong?.length ?? 0) === 0 && (
        <p className="json-violation">{news?.reason}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div className="table" tabIndex={0} role="group" aria-label={labels.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t.json.row}</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((_, index) => row(index))}
            {[...new Set(further)].map((index) => row(Number(index)))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <button type="button" className="json-more" onClick={() => setShown(shown + page)}>
          {labels.jsonMore(Math.min(page, rows.length - shown))}
        </button>
      )}
    </>
  )
}

interface RowProps {
  index: number
  value: JsonValue
  names: string
  news: JsonNews | undefined
}

/** What grows is changed in place, so a row is drawn again when it is another value or when there is news of it. */
const Row = memo(function Row({ index, value, names, news }: RowProps) {
  const columns = columnsIn(names)
  const wrong = isHere(news)
  return (
    <tr>
      <th
        scope="row"
        className="json-row"
        data-violation={wrong || undefined}
        tabIndex={wrong ? -1 : undefined}
      >
        {wrong ? <mark>{index}</mark> : index}
        {wrong && <span className="json-violation"> {news.reason}</span>}
      </th>
      {isObject(value) ? (
        columns.map((column) => (
          <Cell
            key={column}
            as="td"
            value={Object.hasOwn(value, column) ? value[column] : undefined}
            news={newsOf(news, column)}
          />
        ))
      ) : (
        <Cell as="td" span={columns.length} value={value} news={undefined} />
      )}
    </tr>
  )
})

interface CellProps {
  as: 'td' | 'dd'
  value: JsonValue | undefined
  span?: number
  news: JsonNews | undefined
}

function Cell({ as: Element, value, span, news }: CellProps) {
  // A table has no room for what is inside a value, so what is wrong there is marked here.
  const wrong = news?.wrong !== undefined
  const written = value === undefined ? '' : brief(value)
  const content = wrong ? (
    <mark data-violation tabIndex={-1}>
      {written || '\u00a0'}
    </mark>
  ) : (
    written
  )
  return (
    <Element dir="auto" {...(span && { colSpan: span })} className={kindOf(value)}>
      {content}
      {news?.growing && <span className="caret" aria-hidden="true" />}
      {wrong && <span className="json-violation"> {news.reason}</span>}
    </Element>
  )
}

function kindOf(value: JsonValue | undefined): string | undefined {
  if (value === null || typeof value === 'boolean') return 'json-word'
  return typeof value === 'object' ? 'json-brief' : undefined
}

function columnsIn(names: string): string[] {
  const columns: unknown = JSON.parse(names)
  return Array.isArray(columns) ? columns.map(String) : []
}
