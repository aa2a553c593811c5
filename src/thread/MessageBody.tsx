import { memo, useMemo } from 'react'
import { type Message, isLive, textOf } from '../conversation/Message'
import type { Parameters } from '../protocol/wire'
import { liveTextOf, useLiveText } from '../state/runs'
import { t } from '../words/rooms'
import { JsonPanel, Markdown, PlainText, plain } from './answerParts'

/** What the message says. Only a model's words are read as Markdown: what people wrote is shown as it is sent. */
export const MessageBody = memo(function MessageBody({ message }: { message: Message }) {
  const text = textOf(message)
  const live = isLive(message)
  if (live && !text && !message.refusal)
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
  const format = message.run?.parameters.response_format
  // Words that were put into the model's mouth stand there before its own begin to grow behind them.
  const waiting = message.status === 'waiting'
  const body = { id: message.id, text, live, grows: live && !waiting }
  return (
    <div data-part="body">
      {waiting && <span role="img" aria-label={t.message.waiting} />}
      {text &&
        (format?.type === 'json_object' || format?.type === 'json_schema' ? (
          <JsonBody {...body} schema={schemaIn(format)} />
        ) : (
          <MarkdownBody {...body} />
        ))}
      {message.refusal && (
        <p data-part="refusal" dir="auto" className="border-s-2 border-warn ps-3 whitespace-pre-wrap">
          <span className="block text-small text-warn">{t.message.refusal}</span>
          {message.refusal}
        </p>
      )}
    </div>
  )
})

interface BodyProps {
  id: string
  text: string
  /** Whether more is to come, and whether some of it has. */
  live: boolean
  grows: boolean
}

/** Rendered when it begins and when it ends; between, the text grows by itself. */
function MarkdownBody({ id, text, live, grows }: BodyProps) {
  // oxlint-disable-next-line react/exhaustive-deps -- the text counts only until more of it is told
  const source = useMemo(() => (grows ? liveTextOf(id, text) : undefined), [id, grows])
  const awaited = <PlainText text={text} live={source} />
  return <Markdown text={text} streaming={live} live={source} labels={t.markdown} awaited={awaited} />
}

function JsonBody({ id, text, live, grows, schema }: BodyProps & { schema: ReturnType<typeof schemaIn> }) {
  const grown = useLiveText(id, text)
  const whole = grows ? grown : text
  return <JsonPanel text={whole} streaming={live} {...schema} awaited={<PlainText text={whole} />} />
}

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

type Format = NonNullable<Parameters['response_format']>

/** The schema that the answer was asked to fit, as it was sent. Extra bodies and imports may hold anything. */
function schemaIn(format: Format): { schema?: object; schemaName?: string } {
  if (format.type !== 'json_schema') return {}
  const { schema, name }: { schema?: unknown; name?: unknown } = format.json_schema ?? {}
  return {
    ...(typeof schema === 'object' && schema !== null && { schema }),
    ...(typeof name === 'string' && { schemaName: name }),
  }
}
