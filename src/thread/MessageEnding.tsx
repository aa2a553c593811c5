import { endingOf } from '../conversation/endingOf'
import { type ConversationId, type Message, isEmpty, isLive, textOf } from '../conversation/Message'
import { useCanPrefill } from '../state/canPrefill'
import { messageContinued } from '../state/continueMessage'
import { replyAskedAgain } from '../state/editMessage'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/rooms'
import { ErrorNote } from './ErrorNote'
import { FewerChoices } from './FewerChoices'
import { PrefillOffer, offeredFor } from './PrefillOffer'

const MessageDoctor = lazyPart(() => import('../doctor/MessageDoctor').then((part) => part.MessageDoctor), {
  place: 'line',
})
// Who loses the network could not load it any more.
MessageDoctor.load().catch(() => undefined)

/** How a reply ended, if that is worth a word, and how to go on from there. */
export function MessageEnding({ conversation, message }: { conversation: ConversationId; message: Message }) {
  const running = useIsRunning(conversation)
  if (isLive(message) || message.role !== 'assistant' || !message.run) return null
  const ending = endingOf(message)
  const cut = message.status !== 'done' || ending === 'length' || ending === 'likelyLength'
  const retry = (
    <Button disabled={running} onClick={() => void replyAskedAgain(conversation, message.id)}>
      {t.message.retry}
    </Button>
  )
  const goOn = cut && textOf(message) && <ContinueButton conversation={conversation} message={message} />
  if (message.error)
    return (
      <>
        <ErrorNote
          error={message.error}
          run={message.run}
          kept={!isEmpty(message)}
          offer={<PrefillOffer conversation={conversation} message={message} error={message.error} />}
          onSendApart={(requests) =>
            void replyAskedAgain(conversation, message.id, { requests, agreed: true })
          }
          actions={
            <>
              {retry}
              {!offeredFor(message, message.error) && goOn}
            </>
          }
        />
        <MessageDoctor conversation={conversation} message={message} />
      </>
    )
  return (
    <>
      {ending && (
        <div
          data-part="ending"
          className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-warn"
        >
          <span>{t.message[ending]}</span>
          {(message.status === 'interrupted' || ending === 'thought' || isEmpty(message)) && retry}
          {goOn}
        </div>
      )}
      {message.run.choicesLeftOut && <p className="mt-2 text-small text-warn">{t.message.choicesLeftOut}</p>}
      <FewerChoices conversation={conversation} message={message} run={message.run} />
    </>
  )
}

function ContinueButton({ conversation, message }: { conversation: ConversationId; message: Message }) {
  const running = useIsRunning(conversation)
  const how = useCanPrefill(conversation) ? t.message.continueHow.prefill : t.message.continueHow.turn
  return (
    <>
      <Button
        disabled={running}
        aria-describedby={`how-${message.id}`}
        onClick={() => void messageContinued(conversation, message.id, t.message.continueRequest)}
      >
        {t.message.continue}
      </Button>
      <span id={`how-${message.id}`} className="text-small text-faint select-none">
        {how}
      </span>
    </>
  )
}
