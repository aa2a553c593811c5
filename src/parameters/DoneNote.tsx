import type { ConversationId } from '../conversation/Message'
import { type Done, doneDismissed, useDone } from '../state/presets'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'

/** What has just been done with presets, and the way back. It stands here, since a dialog covers the page's notices. */
export function DoneNote({ conversation }: { conversation: ConversationId | null }) {
  const done = useDone(conversation)
  return (
    <div role="status" className="flex-none px-4">
      {done && (
        <div className="my-1 flex items-center gap-1 rounded-field border border-line bg-raised py-1 ps-3 pe-1 text-small">
          <span dir="auto" className="grow [overflow-wrap:anywhere]">
            {wordsOf(done)}
          </span>
          <Button
            onClick={() => {
              done.undo()
              doneDismissed()
            }}
          >
            {t.app.undo}
          </Button>
          <Button look="plain" aria-label={t.common.dismiss} onClick={doneDismissed}>
            <Icon name="close" className="size-3" />
          </Button>
        </div>
      )}
    </div>
  )
}

function wordsOf(done: Done): string {
  const words = t.parameters.done
  if (done.type === 'applied')
    return done.systemLeftOut
      ? `${words.applied(done.name)} ${words.systemLeftOut}`
      : words.applied(done.name)
  return 'name' in done ? words[done.type](done.name) : words[done.type]
}
