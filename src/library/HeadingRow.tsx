import { folderToggled } from '../state/closedFolders'
import { Icon } from '../ui/Icon'
import { count, monthOf } from '../words/numbers'
import { t } from '../words/rooms'
import type { Heading, Section } from './arrange'
import { folderPath } from './folderPath'

/** What stands over a group of conversations; a folder's can be closed. */
export function HeadingRow({ heading, isActive }: { heading: Heading; isActive: boolean }) {
  const { section } = heading
  if (section.kind !== 'folder')
    return <h2 className="px-4 pt-3 pb-1 text-tiny text-faint">{wordsOf(section)}</h2>
  const { folder, depth, closed } = section
  const name = folder.split('/').at(-1)!
  return (
    <h2 className="min-w-0 grow">
      <button
        type="button"
        data-stop=""
        tabIndex={isActive ? 0 : -1}
        aria-expanded={!closed}
        aria-label={t.list.folder(folderPath(folder), heading.count)}
        onClick={() => folderToggled(folder, closed)}
        style={{ paddingInlineStart: `${0.625 + Math.min(depth, 8) * 0.75}rem` }}
        className="flex w-full items-center gap-1 py-1.5 pe-3.5 text-start font-medium text-soft -outline-offset-2 hover:text-ink pointer-coarse:py-2.5"
      >
        <Icon name="down" className={`size-3 ${closed ? '-rotate-90 rtl:rotate-90' : ''}`} />
        <span dir="auto" className="min-w-0 grow truncate">
          {name}
        </span>
        <span className="tabular text-tiny text-faint">{count(heading.count)}</span>
      </button>
    </h2>
  )
}

function wordsOf(section: Exclude<Section, { kind: 'folder' }>): string {
  if (section.kind !== 'age') return t.list[section.kind]
  return typeof section.age === 'number' ? monthOf(section.age) : t.list[section.age]
}
