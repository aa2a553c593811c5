import { useEffect, useState } from 'react'
import { type ConversationId, type Message, isLive, textOf } from '../conversation/Message'
import { useSiblings } from '../state/conversations'
import { replyAskedAgain } from '../state/editMessage'
import { announce } from '../state/notices'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { t } from '../words/t'
import { RunFigures } from './RunFigures'
import { SiblingSwitch } from './SiblingSwitch'

interface Props {
  conversation: ConversationId
  message: Message
  onEdit: () => void
}

/** Under the message: which choice it is, what it cost, and what can be done with it. */
export function MessageFoot({ conversation, message, onEdit }: Props) {
  const siblings = useSiblings(conversation, message)
  const running = useIsRunning(conversation)
  const live = isLive(message)
  const figures = message.run && !live
  return (
    <>
      {(figures || siblings.length > 1) && (
        <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-faint">
          {siblings.length > 1 && (
            <SiblingSwitch conversation={conversation} message={message} siblings={siblings} />
          )}
          {figures && <RunFigures message={message} run={message.run!} />}
        </div>
      )}
      {!live && (
        <div
          className={`absolute end-0 flex revealed rounded-chip bg-paper phone:top-2 phone:bottom-auto ${message.run ? 'bottom-2' : 'top-2.5'}`}
        >
          <CopyButton text={textOf(message)} />
          <Button
            look="plain"
            aria-label={t.message.editLabel(t.message.roles[message.role])}
            onClick={onEdit}
          >
            {t.message.edit}
          </Button>
          {message.role === 'assistant' && (
            <Button
              look="plain"
              disabled={running}
              aria-label={t.message.againLabel}
              onClick={() => void replyAskedAgain(conversation, message.id)}
            >
              {t.message.again}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  useEffect(() => {
    if (state === 'copy') return
    const timer = setTimeout(() => setState('copy'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      announce('copied')
    } catch {
      // The browser has no clipboard for this page (plain http, or forbidden): the button says so.
      setState('copyFailed')
    }
  }
  return (
    <Button look="plain" onClick={() => void copy()}>
      {t.message[state]}
    </Button>
  )
}
