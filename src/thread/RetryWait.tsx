import type { MessageId } from '../conversation/Message'
import { useRetryWait } from '../state/retryWaits'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { Countdown } from './Countdown'

/** A refused request that is sent again in a moment: what the server said, how long it is, and what else can be done. */
export function RetryWait({ message }: { message: MessageId }) {
  const wait = useRetryWait(message)
  if (!wait) return null
  const { error, until, attempt, attempts, now, cancel } = wait
  return (
    <div data-part="retry" className="mt-2 rounded-block bg-warn-wash px-3.5 py-3 text-chrome">
      <p className="font-semibold text-warn">{t.errors.title[error.kind]}</p>
      <p dir="auto" className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {error.message}
      </p>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button onClick={now}>{t.errors.retryNow}</Button>
        <Button onClick={cancel}>{t.errors.retryCancel}</Button>
        <Countdown until={until} words={(time) => t.errors.retrying(time, attempt, attempts)} />
      </div>
    </div>
  )
}
