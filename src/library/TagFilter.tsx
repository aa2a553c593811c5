import { count as inWords } from '../words/numbers'
import { t } from '../words/rooms'
import { isSameTag } from './filter'

interface Props {
  known: readonly { tag: string; count: number }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** The tags in use: the list shows what has all that are pressed. */
export function TagFilter({ known, chosen, onChange }: Props) {
  return (
    <div
      role="group"
      aria-label={t.list.tags}
      className="flex max-h-24 flex-none flex-wrap gap-1 overflow-y-auto px-3.5 pb-1.5 pointer-coarse:max-h-36 pointer-coarse:gap-2"
    >
      {known.map(({ tag, count }) => {
        const isOn = chosen.some((one) => isSameTag(one, tag))
        return (
          <button
            key={tag}
            type="button"
            aria-pressed={isOn}
            onClick={() => onChange(isOn ? chosen.filter((one) => !isSameTag(one, tag)) : [...chosen, tag])}
            className="flex min-h-6 max-w-full items-center gap-1 rounded-chip border border-line px-2 text-tiny pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:px-3 pointer-coarse:text-small text-soft hover:border-edge hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
          >
            <span dir="auto" className="truncate">
              {tag}
            </span>
            <span className="tabular text-faint">{inWords(count)}</span>
          </button>
        )
      })}
    </div>
  )
}
