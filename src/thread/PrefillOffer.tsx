import { type ConversationId, type Message, textOf } from '../conversation/Message'
import type { ErrorRecord } from '../protocol/ChatError'
import { mayRefusePrefill, refusesTrailingSpace } from '../protocol/refusesPrefill'
import { begunWithoutSpace, continuedByTurn } from '../state/continueMessage'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

interface Props {
  conversation: ConversationId
  message: Message
  error: ErrorRecord
}

/** The server may have refused to go on from given words, or the white space at their end: there is another way. */
export function PrefillOffer({ conversation, message, error }: Props) {
  const running = useIsRunning(conversation)
  const offered = offeredFor(message, error)
  if (!offered) return null
  const spaced = offered === 'without space'
  const onClick = () =>
    void (spaced
      ? begunWithoutSpace(conversation, message.id)
      : continuedByTurn(conversation, message.id, t.message.continueRequest))
  return (
    <div className="mt-2">
      <p>{spaced ? t.errors.spaceRefused : t.errors.prefillRefused}</p>
      <Button className="mt-1.5" disabled={running} onClick={onClick}>
        {spaced ? t.errors.sendWithoutSpace : t.errors.continueByTurn}
      </Button>
    </div>
  )
}

/** What to offer for a refused answer; nothing where the refusal was not about the words that it began with. */
export function offeredFor(
  message: Pick<Message, 'content' | 'prefilled'>,
  error: ErrorRecord,
): 'a turn' | 'without space' | undefined {
  const text = textOf(message)
  // Words of its own mean that it did go on.
  if (!message.prefilled || text.length > message.prefilled) return undefined
  if (refusesTrailingSpace(error.message) && text.trimEnd() !== text) return 'without space'
  return mayRefusePrefill(error) ? 'a turn' : undefined
}
