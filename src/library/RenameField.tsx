import type { Conversation } from '../conversation/Tree'
import { t } from '../words/rooms'
import { renamed } from './acts'
import { isComposing } from '../ui/isComposing'

interface Props {
  conversation: Conversation
  /** It is written, or given up; with a key, so that the focus has to go somewhere. */
  onDone: (byKey: boolean) => void
}

/** A conversation's title while it is written. Leaving the field counts, Escape does not. */
export function RenameField({ conversation: { id, title }, onDone }: Props) {
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked to write here
      autoFocus
      dir="auto"
      aria-label={t.list.titleOf(title || t.app.untitled)}
      defaultValue={title}
      onFocus={({ target }) => target.select()}
      onBlur={({ target, relatedTarget }) => {
        renamed(id, target.value.trim())
        onDone(!relatedTarget)
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (isComposing(event.nativeEvent)) return
        if (event.key === 'Escape') event.currentTarget.value = title
        if (event.key === 'Escape' || event.key === 'Enter') {
          event.preventDefault()
          event.currentTarget.blur()
        }
      }}
      className="mx-2 min-h-8 min-w-0 grow rounded-chip border border-edge bg-paper px-2 text-chrome"
    />
  )
}
