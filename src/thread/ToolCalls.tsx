import { useState } from 'react'
import { type ConversationId, type Message, isLive } from '../conversation/Message'
import { idOf, inputOf, nameOf } from '../protocol/toolCall'
import type { ToolCall } from '../protocol/wire'
import { useHasToolResult } from '../state/conversations'
import { useResultTexts } from '../state/resultDrafts'
import { useIsRunning } from '../state/runs'
import { toolResultsSent } from '../state/toolResults'
import { Button } from '../ui/Button'
import { prettyJson } from '../ui/prettyJson'
import { TextArea } from '../ui/TextArea'
import { t } from '../words/rooms'

/** The functions that the model asks to be called, and a place to answer each by hand. */
export function ToolCalls({ conversation, message }: { conversation: ConversationId; message: Message }) {
  const running = useIsRunning(conversation)
  const { texts, change, done } = useResultTexts(conversation, message.id)
  const [again, setAgain] = useState(false)
  const answered = useHasToolResult(conversation, message.id)
  const calls = message.tool_calls
  if (!calls?.length) return null
  const whole = !isLive(message)
  const asking = whole && (again || !answered || Object.keys(texts).length > 0)
  const complete = calls.every(({ index }) => texts[index]?.trim())
  const leave = () => {
    done()
    setAgain(false)
  }
  const send = () => {
    leave()
    void toolResultsSent(
      conversation,
      message.id,
      calls.map((call) => ({ tool_call_id: idOf(call), content: texts[call.index] ?? '' })),
    )
  }
  return (
    <div data-part="tool_calls" className="mt-2 flex flex-col gap-2">
      <ul className="flex flex-col gap-2">
        {calls.map((call) => (
          <li key={call.index} className="rounded-block bg-code px-3.5 py-2.5">
            <Call call={call} whole={whole} />
            {asking && (
              <TextArea
                aria-label={t.message.toolResult(nameOf(call), ...placeOf(call, calls))}
                placeholder={t.message.toolResultPlaceholder}
                dir="auto"
                rows={1}
                value={texts[call.index] ?? ''}
                onChange={({ target }) => change(call.index, target.value)}
                className="mt-2 block max-h-60 w-full rounded-chip border border-line bg-paper px-2.5 py-1.5 font-mono text-small hover:border-edge"
              />
            )}
          </li>
        ))}
      </ul>
      {whole && !asking && (
        <div>
          <Button look="plain" className="-ms-1.5" onClick={() => setAgain(true)}>
            {t.message.answerAgain}
          </Button>
        </div>
      )}
      {asking && (
        <div className="flex gap-2">
          <Button disabled={running || !complete} onClick={send}>
            {t.message.sendResults(calls.length)}
          </Button>
          {answered && (
            <Button look="plain" onClick={leave}>
              {t.common.cancel}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** Which of several calls of the same tool it is, from 1, and of how many. */
function placeOf(call: ToolCall, calls: readonly ToolCall[]): [place: number, count: number] {
  const same = calls.filter((other) => nameOf(other) === nameOf(call))
  return [same.indexOf(call) + 1, same.length]
}

/** A call with what it is given. */
export function Call({ call, whole }: { call: ToolCall; whole: boolean }) {
  const sent = inputOf(call)
  const id = idOf(call)
  return (
    <>
      <p className="flex flex-wrap gap-x-3 font-mono text-small text-accent">
        {t.message.toolCall(nameOf(call))}
        {id && <span className="text-tiny text-faint">{id}</span>}
      </p>
      <pre className="mt-1 max-h-96 overflow-auto font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere]">
        {/* Arguments that parse are still not finished until the stream is. */}
        {whole ? prettyJson(sent) : sent}
      </pre>
    </>
  )
}
