import { endingOf } from '../conversation/endingOf'
import { type Message, isLive } from '../conversation/Message'
import { t } from '../words/rooms'
import type { MessageParts } from './MessageParts'

interface Props {
  message: Message
  RunFigures: MessageParts['RunFigures']
  /** Whether an error is news here, and read out. */
  alert?: boolean
}

/** What stands below an answer that is over: how it ended, or what went wrong, and its figures. */
export function AnswerFoot({ message, RunFigures, alert = false }: Props) {
  if (isLive(message)) return null
  const { error, role, run } = message
  const ending = role === 'assistant' && run && !error ? endingOf(message) : undefined
  return (
    <>
      {error && (
        <div data-part="error" role={alert ? 'alert' : undefined} className="mt-2 text-small text-warn">
          <p className="font-semibold">{t.errors.title[error.kind]}</p>
          <p dir="auto" className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
            {error.message}
          </p>
        </div>
      )}
      {ending && (
        <p data-part="ending" className="mt-2 text-small text-warn">
          {t.message[ending]}
        </p>
      )}
      {run && (
        <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-faint">
          <RunFigures message={message} run={run} />
        </div>
      )}
    </>
  )
}
