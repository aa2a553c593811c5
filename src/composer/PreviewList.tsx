import { useState } from 'react'
import type { RequestMessage } from '../protocol/wire'
import { type estimateRequest, imagesIn, uncountedParts } from '../state/countRequest'
import type { PreviewRow } from '../state/requestPreview'
import { Button } from '../ui/Button'
import { count as number } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  rows: readonly PreviewRow[]
  messages: readonly RequestMessage[]
  count: ReturnType<typeof estimateRequest>
  /** How a number of tokens is written: as it is, or as one that is only about so. */
  amount: (tokens: number) => string
}

/** How many messages are listed at once, from the last. */
const most = 100

/** Every message of the thread in its order: what it weighs, or why it is not sent. */
export function PreviewList({ rows, messages, count, amount }: Props) {
  const [whole, setWhole] = useState(false)
  const hidden = whole ? 0 : Math.max(0, rows.length - most)
  const largest = count.messages.length > 1 ? Math.max(...count.messages) : Infinity
  const around = count.total - count.parameters - count.messages.reduce((sum, one) => sum + one, 0)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t.tokens.messages(number(messages.length))}</h3>
      {!rows.length && <p className="text-faint">{t.tokens.noMessages}</p>}
      {hidden > 0 && (
        <div>
          <Button onClick={() => setWhole(true)}>{t.tokens.before(number(hidden))}</Button>
        </div>
      )}
      <ol className="divide-y divide-line/60 border-y border-line" data-part="messages">
        {rows.slice(hidden).map((row) => {
          const tokens = typeof row.sent === 'number' ? count.messages[row.sent] : undefined
          return (
            <Row
              key={row.key}
              row={row}
              tokens={tokens === undefined ? undefined : amount(tokens)}
              notes={notesOf(row, messages, tokens === largest)}
            />
          )
        })}
        {count.parameters > 0 && <Rest name={t.tokens.tools} tokens={amount(count.parameters)} />}
        {around > 0 && <Rest name={t.tokens.around} tokens={amount(around)} />}
      </ol>
    </section>
  )
}

function notesOf(row: PreviewRow, messages: readonly RequestMessage[], isLargest: boolean): string[] {
  if (typeof row.sent !== 'number') return [t.tokens.reasons[row.sent]]
  const message = messages[row.sent]
  const pictures = message ? imagesIn(message) : 0
  const uncounted = message ? uncountedParts(message) : 0
  return [
    ...(row.isDraft ? [t.tokens.draft] : []),
    ...(isLargest ? [t.tokens.largest] : []),
    ...(pictures ? [t.tokens.pictures(pictures)] : []),
    ...(uncounted ? [t.tokens.uncounted(uncounted)] : []),
  ]
}

/** One line of the list is enough to know a message by. */
const beginning = (text: string) => text.slice(0, 200).replaceAll(/\s+/g, ' ').trim()

const line = 'grid grid-cols-[5rem_minmax(0,1fr)_max-content] gap-x-3 py-1.5'

function Row({ row, tokens, notes }: { row: PreviewRow; tokens: string | undefined; notes: string[] }) {
  const isSent = tokens !== undefined
  return (
    <li data-role={row.role} data-sent={isSent} className={line}>
      <span className={isSent ? 'text-soft' : 'text-faint'}>{t.roles.names[row.role] ?? row.role}</span>
      <span className="min-w-0">
        <span dir="auto" className={`block truncate ${isSent ? '' : 'text-faint line-through'}`}>
          {beginning(row.text) || t.tokens.silent}
        </span>
        {notes.length > 0 && <span className="block text-small text-faint">{notes.join(' · ')}</span>}
      </span>
      <span className="tabular text-end text-soft">{tokens}</span>
    </li>
  )
}

function Rest({ name, tokens }: { name: string; tokens: string }) {
  return (
    <li className={`${line} text-faint`}>
      <span className="col-span-2">{name}</span>
      <span className="tabular text-end">{tokens}</span>
    </li>
  )
}
