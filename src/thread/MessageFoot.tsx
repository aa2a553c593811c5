import { type ConversationId, type Message, isLive } from '../conversation/Message'
import { useSiblings } from '../state/conversations'
import { siblingChosen } from '../state/editMessage'
import { compareOpened, inspectorOpened } from '../state/panels'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { RunFigures } from './RunFigures'
import { SiblingSwitch } from './SiblingSwitch'
import { hasActionsAtFoot } from './hasActionsAtFoot'

interface Props {
  conversation: ConversationId
  message: Message
  /** Whether the answer is shown as its tokens, where their probabilities have come. */
  lens?: boolean
  onLens?: () => void
}

/** Under the message: which choice it is, and what it cost. */
export function MessageFoot({ conversation, message, lens, onLens }: Props) {
  const siblings = useSiblings(conversation, message)
  const figures = message.run && !isLive(message)
  const isAtFoot = hasActionsAtFoot(message)
  if (!isAtFoot && !onLens && siblings.length < 2) return null
  // At its end lies what can be done with the message; nothing else to press may lie below it.
  const end = isAtFoot ? 'min-h-6 pe-48 phone:pe-0 phone:empty:hidden' : ''
  return (
    <div
      className={`mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-faint select-none ${end}`}
    >
      {siblings.length > 1 && (
        <div className="flex items-center gap-1">
          <SiblingSwitch
            message={message}
            siblings={siblings}
            onStep={(by) => siblingChosen(conversation, message.id, by)}
          />
          <Button look="plain" className="min-h-6!" onClick={() => compareOpened(message.id)}>
            {t.message.compare}
          </Button>
        </div>
      )}
      {figures && <RunFigures message={message} run={message.run!} />}
      {message.run && (
        <Button
          look="plain"
          className="min-h-6!"
          aria-label={t.inspector.openLabel(t.roles.names[message.role])}
          onClick={() => inspectorOpened(message.id)}
        >
          {t.inspector.open}
        </Button>
      )}
      {onLens && (
        <Button
          look="plain"
          className="min-h-6! aria-pressed:text-accent"
          aria-pressed={lens}
          onClick={onLens}
        >
          {t.logprobs.toggle}
        </Button>
      )}
    </div>
  )
}
