import type { ConversationId } from '../conversation/Message'
import { panelOpened } from '../state/panels'
import { Button } from '../ui/Button'
import { Drawing } from '../ui/Icon'
import { t } from '../words/rooms'
import { TemporaryToggle } from './TemporaryToggle'
import { UndoButtons } from './UndoButtons'

/** What can be done with the open conversation as a whole, or with null the one that is to begin. */
export function ConversationButtons({ id }: { id: ConversationId | null }) {
  if (id === null) return <TemporaryToggle />
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
        <Drawing path="M8 9.5v-7M5.3 4.9 8 2.2l2.7 2.7M4.5 7.5h-1v6h9v-6h-1" />
      </Button>
    </>
  )
}
