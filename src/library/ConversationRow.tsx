import { useState } from 'react'
import type { Conversation } from '../conversation/Tree'
import { conversationRenamed } from '../state/refile'
import { removed } from './acts'
import { hashOf } from '../state/route'
import { useIsRunning } from '../state/runs'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { t } from '../words/rooms'

interface Props {
  conversation: Conversation
  open: boolean
  onGo?: () => void
}

/** A conversation in the list: a link, and what can be done with it. */
export function ConversationRow({ conversation: { id, title }, open, onGo }: Props) {
  const [renaming, setRenaming] = useState(false)
  const running = useIsRunning(id)
  const name = title || t.app.untitled
  if (renaming)
    return (
      <li className="px-2">
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked to write here
          autoFocus
          dir="auto"
          aria-label={t.list.titleOf(name)}
          defaultValue={title}
          onFocus={({ target }) => target.select()}
          onBlur={({ target }) => {
            setRenaming(false)
            conversationRenamed(id, target.value.trim())
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape') event.currentTarget.value = title
            if (event.key === 'Escape' || event.key === 'Enter') {
              event.preventDefault()
              event.currentTarget.blur()
            }
          }}
          className="min-h-8 w-full rounded-chip border border-edge bg-paper px-2 text-chrome"
        />
      </li>
    )
  return (
    <li className="relative flex items-center">
      <a
        href={hashOf(id)}
        onClick={onGo}
        dir="auto"
        aria-current={open ? 'page' : undefined}
        className="min-w-0 grow truncate border-s-2 border-transparent py-1.5 ps-3.5 pe-10 text-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:bg-paper aria-[current]:text-ink"
      >
        {name}
        {running && (
          <span
            role="img"
            aria-label={t.list.replying}
            className="ms-2 inline-block size-1.5 rounded-full bg-accent align-middle"
          />
        )}
      </a>
      <div className="revealed absolute end-1.5">
        <Menu
          label={t.list.actions(name)}
          items={() => [
            { label: t.list.rename, onSelect: () => setRenaming(true) },
            { label: t.list.remove, onSelect: () => void removed([id]), danger: true },
          ]}
        >
          <Icon name="more" />
        </Menu>
      </div>
    </li>
  )
}
