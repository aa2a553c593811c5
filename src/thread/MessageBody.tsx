import { Suspense, lazy, useMemo, useSyncExternalStore } from 'react'
import type { LiveText } from '../markdown/Markdown'
import { type Message, isLive, textOf } from '../conversation/Message'
import type { Parameters } from '../protocol/wire'
import { liveTextOf, useLiveText } from '../state/runs'
import { t } from '../words/t'

// The first paint needs no Markdown: until it has come, the text stands as it was written.
// If it cannot come (the network went away before it was loaded), that is how the text stays.
const Markdown = lazy(() =>
  import('../markdown/Markdown').then(
    (room) => ({ default: room.Markdown }),
    () => ({ default: PlainText }),
  ),
)
const JsonPanel = lazy(() => import('../markdown/JsonPanel').then((room) => ({ default: room.JsonPanel })))

/** What the message says. Only a model's words are read as Markdown: what people wrote is shown as it is sent. */
export function MessageBody({ message }: { message: Message }) {
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
      {text && (
        <Suspense fallback={<div className={plain}>{text}</div>}>
          {format?.type === 'json_object' || format?.type === 'json_schema' ? (
            <JsonBody {...body} schema={schemaIn(format)} />
          ) : (
            <MarkdownBody {...body} />
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

interface BodyProps {
  id: string
  text: string
  /** Whether more is to come, and whether some of it has. */
  live: boolean
  grows: boolean
}

/** Rendered when it begins and when it ends; between, the text grows by itself. */
function MarkdownBody({ id, text, live, grows }: BodyProps) {
  const source = useMemo(() => (grows ? liveTextOf(id) : undefined), [id, grows])
  return <Markdown text={text} streaming={live} live={source} labels={t.markdown} />
}

function JsonBody({ id, text, live, grows, schema }: BodyProps & { schema: ReturnType<typeof schemaIn> }) {
  const grown = useLiveText(id)
  return <JsonPanel text={grows ? grown : text} streaming={live} {...schema} />
}

function PlainText({ text, live }: { text: string; live?: LiveText | undefined }) {
  const grown = useSyncExternalStore(live?.subscribe ?? never, live?.read ?? (() => text))
  return <div className={plain}>{grown}</div>
}

const never = () => () => {}

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
