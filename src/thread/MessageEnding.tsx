import { type ConversationId, type Message, isEmpty, isLive } from '../conversation/Message'
import { replyAskedAgain } from '../state/editMessage'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { t } from '../words/t'
import { ErrorNote } from './ErrorNote'

/** How a reply ended, if that is worth a word. */
export function MessageEnding({ conversation, message }: { conversation: ConversationId; message: Message }) {
  const running = useIsRunning(conversation)
  if (isLive(message) || message.role !== 'assistant') return null
  const words = endingOf(message)
  const retry = (
    <Button disabled={running} onClick={() => void replyAskedAgain(conversation, message.id)}>
      {t.message.retry}
    </Button>
  )
  if (message.error)
    return <ErrorNote error={message.error} endpoint={message.run?.endpoint ?? ''} action={retry} />
  if (!words) return null
  return (
    <div data-part="ending" className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-warn">
      <span>{words}</span>
      {(message.status === 'interrupted' || (message.status === 'stopped' && isEmpty(message))) && retry}
    </div>
  )
}

function endingOf(message: Message): string | undefined {
  if (message.status === 'stopped') return t.message.stopped
  if (message.status === 'interrupted') return t.message.interrupted
  if (message.finish_reason === 'length') return t.message.length
  if (message.finish_reason === 'content_filter') return t.message.contentFilter
  if (message.run && isEmpty(message)) return t.message.empty
  return undefined
}
