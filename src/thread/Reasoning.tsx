import { useState } from 'react'
import { useFoundIn } from '../state/found'
import { type Message, isLive, textOf } from '../conversation/Message'
import { t } from '../words/rooms'

/** What the model thought before it spoke, under the name that the server gave it. Open while there is nothing else. */
export function Reasoning({ message }: { message: Message }) {
  const [chosen, setChosen] = useState<{ open: boolean; count: number | undefined }>()
  const found = useFoundIn(message.id)
  const text = message.reasoning_content || message.reasoning
  if (!text) return null
  // Who comes for a word that stands here wants to see it, whatever was chosen before.
  const holds = found !== undefined && found.count !== chosen?.count && found.inReasoning
  const open = holds || (chosen?.open ?? (isLive(message) && !textOf(message)))
  return (
    <div className="mb-3">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setChosen({ open: !open, count: found?.count })}
        className="min-h-6 rounded-chip text-small text-faint hover:text-ink"
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> {t.message.reasoning}
      </button>
      <div
        data-part="reasoning"
        dir="auto"
        hidden={!open}
        className="mt-1 border-s-2 border-line ps-3 text-chrome whitespace-pre-wrap text-soft [overflow-wrap:anywhere]"
      >
        {text}
      </div>
    </div>
  )
}
