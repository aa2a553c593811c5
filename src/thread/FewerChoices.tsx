import type { ConversationId, Message, RunFacts } from '../conversation/Message'
import { useSiblings } from '../state/conversations'
import { replyAskedAgain } from '../state/editMessage'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

interface Props {
  conversation: ConversationId
  message: Message
  run: RunFacts
}

/** Some servers take `n` and send one choice all the same: that is said, and the rest can be asked for. */
export function FewerChoices({ conversation, message, run }: Props) {
  const siblings = useSiblings(conversation, message)
  const running = useIsRunning(conversation)
  const asked = run.parameters.n ?? 1
  const came = run.choices ?? asked
  const missing = asked - siblings.length
  if (came >= asked || missing < 1 || message.status !== 'done') return null
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-warn">
      <span>{t.message.fewerChoices(asked, came)}</span>
      <Button
        disabled={running}
        onClick={() => void replyAskedAgain(conversation, message.id, { requests: missing })}
      >
        {t.message.askMore(missing)}
      </Button>
    </div>
  )
}
