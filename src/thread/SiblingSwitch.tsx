import type { Message, MessageId } from '../conversation/Message'
import { Icon } from '../ui/Icon'
import { renderNow } from '../ui/renderNow'
import { t } from '../words/rooms'

interface Props {
  message: Message
  siblings: readonly MessageId[]
  /** Goes to the sibling before or after, and says which one that is. */
  onStep: (by: -1 | 1) => MessageId | undefined
}

/** ‹ 2 / 3 ›: the other choices, answers and versions that stand in the same place. */
export function SiblingSwitch({ message, siblings, onStep }: Props) {
  const place = siblings.indexOf(message.id) + 1
  const step = (by: -1 | 1) => (
    <button
      type="button"
      aria-label={by < 0 ? t.message.previousSibling : t.message.nextSibling}
      disabled={place + by < 1 || place + by > siblings.length}
      onClick={(event) => {
        // The message becomes another one, with buttons of its own: the focus goes along, before the next key comes.
        const name = event.currentTarget.getAttribute('aria-label')!
        let sibling: MessageId | undefined
        renderNow(() => (sibling = onStep(by)))
        if (sibling) focusSwitch(sibling, name)
      }}
      className="flex size-6 items-center justify-center rounded-chip text-soft hover:text-ink disabled:text-line"
    >
      <Icon name={by < 0 ? 'left' : 'right'} className="size-3 rtl:-scale-x-100" />
    </button>
  )
  return (
    <div
      role="group"
      data-part="siblings"
      aria-label={t.message.siblingLabel(place, siblings.length)}
      className="flex items-center rounded-chip border border-line text-soft"
    >
      {step(-1)}
      <span className="tabular" aria-hidden="true">
        {t.message.sibling(place, siblings.length)}
      </span>
      {step(1)}
    </div>
  )
}

function focusSwitch(message: MessageId, name: string) {
  const switches = `article[data-message="${CSS.escape(message)}"] [data-part=siblings] button:not(:disabled)`
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(switches)]
  const same = buttons.find((button) => button.getAttribute('aria-label') === name)
  ;(same ?? buttons[0])?.focus({ preventScroll: true })
}
