import { type ConversationId, type Message, textOf } from '../conversation/Message'
import {
  branchRemoved,
  messageMoved,
  messageMuted,
  messageRemoved,
  replyAskedAgain,
  replyAskedFor,
} from '../state/editMessage'
import { conversationForked } from '../state/forkConversation'
import { useConversation } from '../state/conversations'
import { codeOpened, panelOpened } from '../state/panels'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { t } from '../words/rooms'
import { CopyButton } from './CopyButton'
import { hasActionsAtFoot } from './hasActionsAtFoot'

interface Props {
  conversation: ConversationId
  message: Message
  /** Whether it is the first of the path, and whether it is the last: those cannot move further. */
  first: boolean
  last: boolean
  onEdit: () => void
  onInsert: (where: 'before' | 'after') => void
}

/** What can be done with a message: the usual in view, the rest behind a sign. */
export function MessageActions({ conversation, message, first, last, onEdit, onInsert }: Props) {
  const running = useIsRunning(conversation)
  const title = useConversation(conversation)?.title ?? ''
  const { id, role, muted } = message
  const isReply = role === 'assistant'
  const again = () => void (isReply ? replyAskedAgain(conversation, id) : replyAskedFor(conversation, id))
  return (
    <div
      className={`absolute end-0 flex revealed rounded-chip bg-paper phone:top-2 phone:bottom-auto ${hasActionsAtFoot(message) ? 'bottom-2' : 'top-2'}`}
    >
      <CopyButton text={textOf(message)} label={t.message.copyLabel(t.roles.names[role])} />
      <Button
        look="plain"
        data-edit=""
        disabled={running}
        aria-label={t.message.editLabel(t.roles.names[role])}
        onClick={onEdit}
      >
        {t.message.edit}
      </Button>
      {isReply && (
        <Button look="plain" disabled={running} aria-label={t.message.againLabel} onClick={again}>
          {t.message.again}
        </Button>
      )}
      <Menu
        label={t.message.more(t.roles.names[role])}
        items={() => [
          ...(isReply ? [] : [{ label: t.message.askHere, onSelect: again, disabled: running }]),
          { label: t.message.insertBefore, onSelect: () => onInsert('before'), disabled: running },
          { label: t.message.insertAfter, onSelect: () => onInsert('after'), disabled: running },
          {
            label: t.message.moveUp,
            onSelect: () => messageMoved(conversation, id, 'up'),
            disabled: running || first,
          },
          {
            label: t.message.moveDown,
            onSelect: () => messageMoved(conversation, id, 'down'),
            disabled: running || last,
          },
          {
            label: muted ? t.message.unmute : t.message.mute,
            onSelect: () => messageMuted(conversation, id, !muted),
            disabled: running,
          },
          ...(message.run ? [{ label: t.code.ofMessage, onSelect: () => codeOpened({ message: id }) }] : []),
          { label: t.message.share, onSelect: () => panelOpened('share', id) },
          {
            label: t.message.fork,
            onSelect: () => conversationForked(conversation, id, t.message.forkOf(title || t.app.untitled)),
          },
          {
            label: t.message.remove,
            onSelect: () => messageRemoved(conversation, id),
            danger: true,
            disabled: running,
          },
          {
            label: t.message.removeBranch,
            onSelect: () => branchRemoved(conversation, id),
            danger: true,
            disabled: running,
          },
        ]}
      >
        <Icon name="more" />
      </Menu>
    </div>
  )
}
