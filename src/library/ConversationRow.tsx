import type { MouseEvent } from 'react'
import type { Conversation } from '../conversation/Tree'
import { hashOf } from '../state/route'
import { useIsRunning } from '../state/runs'
import { Icon } from '../ui/Icon'
import { Menu, type MenuItem } from '../ui/Menu'
import { t } from '../words/rooms'
import { folderPath } from './folderPath'
import { RenameField } from './RenameField'

interface Props {
  conversation: Conversation
  /** How many folders it stands in. */
  depth: number
  isOpen: boolean
  /** Whether Tab stops here. */
  isActive: boolean
  isRenaming: boolean
  /** Undefined while nothing is selected at all. */
  isSelected: boolean | undefined
  onClick: (event: MouseEvent) => void
  onRenamed: (byKey: boolean) => void
  items: () => MenuItem[]
}

const line =
  'flex min-w-0 grow items-center gap-2 border-s-2 border-transparent py-1.5 text-soft -outline-offset-2 select-none hover:text-ink pointer-coarse:py-2.5'

/** A conversation in the list: a link and what can be done with it, or a box to tick while several are chosen. */
export function ConversationRow(props: Props) {
  const { conversation, depth, isOpen, isActive, isRenaming, isSelected, onClick, onRenamed, items } = props
  const { id, title, folder, tags } = conversation
  const running = useIsRunning(id)
  const name = title || t.app.untitled
  if (isRenaming) return <RenameField conversation={conversation} onDone={onRenamed} />
  const tabIndex = isActive ? 0 : -1
  const style = { paddingInlineStart: `${0.875 + Math.min(depth, 8) * 0.75}rem` }
  const words = (
    <>
      <span dir="auto" className="truncate">
        {name}
      </span>
      {running && (
        <span
          role="img"
          aria-label={t.list.replying}
          className="inline-block size-1.5 shrink-0 rounded-full bg-accent"
        />
      )}
    </>
  )
  if (isSelected !== undefined)
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is pressed is the box in it
      <label style={style} className={`${line} pe-3.5 ${isSelected ? 'bg-accent-wash text-ink' : ''}`}>
        <input
          type="checkbox"
          data-stop=""
          tabIndex={tabIndex}
          checked={isSelected}
          onClick={onClick}
          // The press itself counts: it knows of the keys that are held down.
          onChange={() => {}}
          className="size-3.5 shrink-0 accent-accent"
        />
        {words}
      </label>
    )
  return (
    <>
      <a
        href={hashOf(id)}
        data-stop=""
        tabIndex={tabIndex}
        onClick={onClick}
        aria-current={isOpen ? 'page' : undefined}
        title={[folder && folderPath(folder), ...(tags ?? []).map((tag) => `#${tag}`)]
          .filter(Boolean)
          .join('  ')}
        style={style}
        className={`${line} pe-10 aria-[current]:border-accent aria-[current]:bg-paper aria-[current]:text-ink`}
      >
        {words}
        {tags && (
          // Elsewhere they are in the title of the link, which nobody sees who has no pointer to rest on it.
          <span
            aria-hidden="true"
            data-tags={tags.map((tag) => `#${tag}`).join(' ')}
            className="ms-auto hidden max-w-1/3 shrink-0 truncate text-tiny text-faint after:content-[attr(data-tags)] pointer-coarse:block"
          />
        )}
      </a>
      <div className="revealed absolute end-1.5">
        <Menu label={t.list.actions(name)} tabIndex={tabIndex} items={items}>
          <Icon name="more" />
        </Menu>
      </div>
    </>
  )
}
