import { Suspense, lazy } from 'react'
import { type Message, isLive, textOf } from '../conversation/Message'
import { t } from '../words/t'

// The first paint needs no Markdown: until it has come, the text stands as it was written.
const Markdown = lazy(() => import('../markdown/Markdown').then((room) => ({ default: room.Markdown })))
const JsonView = lazy(() => import('../markdown/JsonView').then((room) => ({ default: room.JsonView })))

/** What the message says. Only a model's words are read as Markdown: what people wrote is shown as it is sent. */
export function MessageBody({ message }: { message: Message }) {
  const text = textOf(message)
  const live = isLive(message)
  if (message.status === 'waiting' || (live && !text))
    return (
      <div data-part="body" className="min-h-6">
        <span className="caret" role="img" aria-label={t.message.waiting} />
      </div>
    )
  if (message.role !== 'assistant')
    return (
      <div data-part="body" dir="auto" className={`${plain} ${message.role === 'user' ? '' : 'text-soft'}`}>
        {text}
        <OtherParts message={message} />
      </div>
    )
  return (
    <div data-part="body">
      {text && (
        <Suspense fallback={<div className={plain}>{text}</div>}>
          {asksForJson(message) ? (
            <JsonView text={text} streaming={live} labels={t.markdown} />
          ) : (
            <Markdown text={text} streaming={live} labels={t.markdown} />
          )}
        </Suspense>
      )}
      {message.refusal && (
        <p data-part="refusal" dir="auto" className="border-s-2 border-warn ps-3 whitespace-pre-wrap">
          <span className="block text-small text-warn">{t.message.refusal}</span>
          {message.refusal}
        </p>
      )}
    </div>
  )
}

const plain = 'whitespace-pre-wrap [overflow-wrap:anywhere]'

function OtherParts({ message: { content } }: { message: Message }) {
  if (typeof content === 'string') return null
  return content
    .filter(({ type }) => type !== 'text')
    .map((part, at) => (
      // oxlint-disable-next-line react/no-array-index-key -- parts have no ids, and do not move
      <span key={at} className="block text-small text-faint">
        {t.message.part(part.type)}
      </span>
    ))
}

function asksForJson({ run }: Message): boolean {
  const type = run?.parameters.response_format?.type
  return type === 'json_object' || type === 'json_schema'
}
