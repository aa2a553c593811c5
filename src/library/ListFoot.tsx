import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  /** How many are archived. */
  archived: number
  isArchive: boolean
  onArchive: (isArchive: boolean) => void
  /** Begins to select; absent where there is nothing to. */
  onSelect?: () => void
}

/** The way to the archive, and to doing something with several conversations. */
export function ListFoot({ archived, isArchive, onArchive, onSelect }: Props) {
  if (!archived && !onSelect) return null
  return (
    <div className="flex flex-none items-center px-3.5 py-1">
      {archived > 0 && (
        <Button
          look="plain"
          aria-pressed={isArchive}
          className="-ms-1.5 aria-pressed:text-accent"
          onClick={() => onArchive(!isArchive)}
        >
          {t.list.archived(count(archived))}
        </Button>
      )}
      <span className="grow" />
      {onSelect && (
        <Button look="plain" className="-me-1.5" onClick={onSelect}>
          {t.list.select}
        </Button>
      )}
    </div>
  )
}
