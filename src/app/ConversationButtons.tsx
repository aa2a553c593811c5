import { useEffect } from 'react'
import type { ConversationId } from '../conversation/Message'
import { panelOpened } from '../state/panels'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { UndoButtons } from './UndoButtons'

/** What can be done with the open conversation as a whole. */
export function ConversationButtons({ id }: { id: ConversationId }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || event.altKey || !(event.metaKey || event.ctrlKey)) return
      // To save a page of a conversation is to keep what it says: that is here.
      event.preventDefault()
      if (!document.querySelector('dialog[open], :popover-open')) panelOpened('share')
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <UndoButtons id={id} />
      <Button
        look="plain"
        aria-label={t.sharing.title}
        title={t.sharing.titleKey}
        onClick={() => panelOpened('share')}
      >
        {/* Not among the icons, which are part of the first load. */}
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="size-4 shrink-0 fill-none stroke-current"
          strokeWidth={1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d="M8 9.5v-7M5.3 4.9 8 2.2l2.7 2.7M4.5 7.5h-1v6h9v-6h-1" />
        </svg>
      </Button>
    </>
  )
}
