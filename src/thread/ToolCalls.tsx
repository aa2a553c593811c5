import type { ToolCall } from '../protocol/wire'
import { t } from '../words/t'

/** The functions that the model asks to be called, with their arguments as they came. */
export function ToolCalls({ calls }: { calls: ToolCall[] | undefined }) {
  if (!calls?.length) return null
  return (
    <ul data-part="tool_calls" className="mt-2 flex flex-col gap-2">
      {calls.map((call) => (
        <li key={call.index} className="rounded-block bg-code px-3.5 py-2.5">
          <p className="font-mono text-small text-accent">
            {t.message.toolCall(call.function?.name ?? call.custom?.name ?? call.type ?? '')}
          </p>
          <pre className="mt-1 font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere]">
            {call.function?.arguments ?? call.custom?.input}
          </pre>
        </li>
      ))}
    </ul>
  )
}
