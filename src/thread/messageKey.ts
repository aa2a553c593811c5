import type { KeyboardEvent } from 'react'
import { type ConversationId, type Message, type MessageId, isLive, textOf } from '../conversation/Message'
import {
  messageMuted,
  messageRemoved,
  replyAskedAgain,
  replyAskedFor,
  siblingChosen,
} from '../state/editMessage'
import { announce } from '../state/notices'
import { copyText } from '../ui/copyText'
import { renderNow } from '../ui/renderNow'
import { focusMessage, neighbourOf } from './focusMessage'

interface Target {
  conversation: ConversationId
  message: Message
  edit: () => void
}

/** Keys of a message that has the focus: arrows to move, single letters to act. */
export function messageKey(event: KeyboardEvent, { conversation, message, edit }: Target): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { id, role, muted } = message
  // The next key may come before the next frame, and is meant for the sibling.
  const turn = (by: -1 | 1) => {
    let sibling: MessageId | undefined
    renderNow(() => (sibling = siblingChosen(conversation, id, by)))
    if (sibling) focusMessage(sibling)
  }
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  const keys: Record<string, () => void> = {
    ArrowUp: () => neighbourOf(id, -1)?.focus(),
    ArrowDown: () => neighbourOf(id, 1)?.focus(),
    ArrowLeft: () => turn(forward === 1 ? -1 : 1),
    ArrowRight: () => turn(forward === 1 ? 1 : -1),
    e: edit,
    c: () => void copyText(textOf(message)).then((done) => done && announce('copied')),
    r: () =>
      void (role === 'assistant' ? replyAskedAgain(conversation, id) : replyAskedFor(conversation, id)),
    m: () => messageMuted(conversation, id, !muted),
    Delete: () => messageRemoved(conversation, id),
  }
  // A message that is being written can be left, and its siblings seen; nothing else can be done with it.
  if (isLive(message) && !event.key.startsWith('Arrow')) return
  const act = keys[event.key]
  if (!act) return
  event.preventDefault()
  act()
}
