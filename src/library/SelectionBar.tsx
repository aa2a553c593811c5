import type { ConversationId } from '../conversation/Message'
import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  ids: readonly ConversationId[]
  /** What the first of the buttons would do: pin, or unpin where all are pinned. */
  acts: readonly { label: string; onClick: () => void; danger?: boolean }[]
  onAll: () => void
  onEnd: () => void
}

/** What can be done with the conversations that are selected. */
export function SelectionBar({ ids, acts, onAll, onEnd }: Props) {
  return (
    <div
      role="group"
      aria-label={t.selecting.bar}
      className="flex flex-none flex-col gap-2 border-t border-line bg-paper px-3.5 py-2.5"
    >
      <div className="flex items-center gap-1.5">
        <span className="tabular min-w-0 grow truncate text-small">
          {t.selecting.count(ids.length, count(ids.length))}
        </span>
        <Button look="plain" aria-label={t.selecting.selectAll} onClick={onAll}>
          {t.selecting.all}
        </Button>
        <Button look="plain" aria-label={t.selecting.doneLong} className="-me-1.5" onClick={onEnd}>
          {t.selecting.done}
        </Button>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {acts.map(({ label, onClick, danger }) => (
          <Button key={label} look={danger ? 'danger' : 'chip'} disabled={!ids.length} onClick={onClick}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  )
}
