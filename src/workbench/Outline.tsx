import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import { type ConversationId, textOf } from '../conversation/Message'
import { type OutlineLine, outlineOf } from '../conversation/outline'
import { visiblePath } from '../conversation/Tree'
import { useTree } from '../state/conversations'
import { pathChosen } from '../state/editMessage'
import { t } from '../words/t'

const none: readonly number[] = []

/** The whole tree at a glance: who branched where. A line puts the path to its message on screen. */
export function Outline({
  conversation,
  onGo,
}: {
  conversation: ConversationId
  onGo: (message: string) => void
}) {
  const tree = useTree(conversation)
  const lines = useMemo(() => (tree ? outlineOf(tree) : []), [tree])
  const seen = useMemo(() => new Set(tree && visiblePath(tree).map(({ id }) => id)), [tree])
  const list = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)

  /** The line that is to have the focus. */
  const [wanted, setWanted] = useState<{ line: number }>()
  useEffect(() => {
    if (!wanted) return
    list.current?.scrollToIndex(wanted.line, { align: 'nearest' })
    // A line that comes into sight is hidden, and takes no focus, until the list has measured it.
    let frame = 0
    const take = () => {
      const line = box.current?.querySelector<HTMLElement>(`[data-line="${wanted.line}"]`)
      line?.focus({ preventScroll: true })
      if (document.activeElement !== line) frame = requestAnimationFrame(take)
    }
    take()
    return () => cancelAnimationFrame(frame)
  }, [wanted])

  const focusLine = (at: number) => setWanted({ line: Math.max(0, Math.min(lines.length - 1, at)) })
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? Number(event.target.dataset['line']) : Number.NaN
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: lines.length - 1 }[event.key]
    if (to === undefined || Number.isNaN(to)) return
    event.preventDefault()
    focusLine(to)
  }

  return (
    // Every line is a button of its own; the arrows are a short cut between them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} onKeyDown={onKeyDown} className="flex min-h-0 grow flex-col">
      <p className="px-5 pt-3 pb-2 text-small text-faint">{t.outline.hint(lines.length)}</p>
      <VList
        ref={list}
        keepMounted={wanted ? [wanted.line] : none}
        className="min-h-0 grow px-3 pb-3"
        data-outline=""
      >
        {lines.map((line, at) => (
          <Line
            key={line.message.id}
            line={line}
            at={at}
            seen={seen.has(line.message.id)}
            onGo={() => {
              pathChosen(conversation, line.message.id)
              onGo(line.message.id)
            }}
          />
        ))}
      </VList>
    </div>
  )
}

interface LineProps {
  line: OutlineLine
  at: number
  /** Whether it is on the visible path. */
  seen: boolean
  onGo: () => void
}

function Line({ line: { message, depth, place, count }, at, seen, onGo }: LineProps) {
  return (
    <button
      type="button"
      data-line={at}
      aria-current={seen || undefined}
      onClick={onGo}
      style={{ paddingInlineStart: `${0.5 + Math.min(depth, 24) * 1}rem` }}
      className="flex min-h-7 w-full items-baseline gap-2.5 rounded-chip pe-2 text-start text-chrome text-faint -outline-offset-2 hover:bg-wash aria-[current]:text-ink"
    >
      <span
        className={`w-16 shrink-0 text-small ${message.role === 'assistant' ? 'text-accent' : 'text-faint'}`}
      >
        {t.message.roles[message.role]}
      </span>
      {count > 1 && (
        <span className="tabular shrink-0 text-tiny text-soft">{t.message.sibling(place, count)}</span>
      )}
      <span dir="auto" className="min-w-0 grow truncate">
        {textOf(message).slice(0, 160) || t.outline.empty}
      </span>
    </button>
  )
}
