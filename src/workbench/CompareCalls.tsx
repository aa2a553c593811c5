import type { Message } from '../conversation/Message'
import { inputOf, nameOf } from '../protocol/toolCall'
import { prettyJson } from '../ui/prettyJson'
import { t } from '../words/rooms'
import { Marked } from './Marked'

interface Props {
  message: Message
  /** More may come: arguments that parse are still not finished. */
  live: boolean
  /** What it is compared with, call by call. */
  base: Message | undefined
}

/** The calls of a choice, with what differs in their names and arguments. */
export function CompareCalls({ message: { tool_calls: calls }, live, base }: Props) {
  if (!calls?.length) return null
  return (
    <ul data-part="tool_calls" className="mt-2 flex flex-col gap-2">
      {calls.map((call, at) => {
        const other = base?.tool_calls?.[at]
        return (
          <li key={call.index} className="rounded-block bg-code px-3.5 py-2.5 font-mono text-small">
            <p className="text-accent">
              <Marked
                text={t.message.toolCall(nameOf(call))}
                base={base && (other ? t.message.toolCall(nameOf(other)) : '')}
              />
            </p>
            <pre className="mt-1 font-mono whitespace-pre-wrap [overflow-wrap:anywhere]">
              {live ? (
                inputOf(call)
              ) : (
                <Marked
                  text={prettyJson(inputOf(call))}
                  base={base && (other ? prettyJson(inputOf(other)) : '')}
                />
              )}
            </pre>
          </li>
        )
      })}
    </ul>
  )
}
