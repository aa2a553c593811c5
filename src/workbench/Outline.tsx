import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import { type ConversationId, textOf } from '../conversation/Message'
import { type OutlineLine, outlineOf } from '../conversation/outline'
import { visiblePath } from '../conversation/Tree'
import { useTree } from '../state/conversations'
import { pathChosen } from '../state/editMessage'
import { t } from '../words/rooms'
import { lineFor } from './lineFor'
import { focusWhenShown } from '../ui/focusWhenShown'

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

  /** The line that has the focus or is to have it: at first the end of what is on screen. */
  const [wanted, setWanted] = useState(() => ({
    line: lines.findLastIndex(({ message }) => seen.has(message.id)),
  }))
  const active = Math.max(0, Math.min(wanted.line, lines.length - 1))
  useEffect(() => {
    list.current?.scrollToIndex(wanted.line, { align: 'nearest' })
    return focusWhenShown(() => box.current?.querySelector<HTMLElement>(`[data-line="${wanted.line}"]`))
  }, [wanted])

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, altKey, metaKey } = event
    const from = target instanceof HTMLElement ? Number(target.dataset['line']) : Number.NaN
    if (Number.isNaN(from) || ctrlKey || altKey || metaKey) return
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const to = lineFor(lines, from, isRtl ? (mirrored[key] ?? key) : key, linesIn(list.current))
    if (to === undefined) return
    event.preventDefault()
    setWanted({ line: Math.max(0, Math.min(lines.length - 1, to)) })
  }

  return (
    // The lines take the keys; one of them is a stop for Tab.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} onKeyDown={onKeyDown} className="flex min-h-0 grow flex-col">
      <p className="px-5 pt-3 pb-2 text-small text-faint">{t.outline.hint(lines.length)}</p>
      <VList
        ref={list}
        role="tree"
        aria-label={t.panels.outline}
        keepMounted={[active]}
        className="min-h-0 grow px-3 pb-3"
      >
        {lines.map((line, at) => (
          <Line
            key={line.message.id}
            line={line}
            at={at}
            active={at === active}
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

const mirrored: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }

/** How many lines are in sight, less one to go on from. */
const linesIn = (list: VListHandle | null) => Math.max(1, Math.floor((list?.viewportSize ?? 0) / 28) - 1)

interface LineProps {
  line: OutlineLine
  at: number
  /** Whether Tab stops here. */
  active: boolean
  /** Whether it is on the visible path. */
  seen: boolean
  onGo: () => void
}

function Line({ line: { message, depth, place, count }, at, active, seen, onGo }: LineProps) {
  return (
    <button
      type="button"
      role="treeitem"
      tabIndex={active ? 0 : -1}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={count}
      aria-selected={active}
      data-line={at}
      aria-current={seen || undefined}
      onClick={onGo}
      style={{ paddingInlineStart: `${0.5 + Math.min(depth, 24) * 1}rem` }}
      className="flex min-h-7 w-full items-baseline gap-2.5 rounded-chip pe-2 text-start text-chrome text-faint -outline-offset-2 hover:bg-wash aria-[current]:text-ink"
    >
      <span
        className={`w-16 shrink-0 text-small ${message.role === 'assistant' ? 'text-accent' : 'text-faint'}`}
      >
        {t.roles.names[message.role]}
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
