import { useId, useMemo, useRef, useState } from 'react'
import { jsonPath } from '../ui/jsonPath'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import { type AnswerReading, type Verdict as Said, createAnswerReader } from './answerReader'
import { CodeFrame } from './CodeFrame'
import type { JsonNews } from './jsonNews'
import { JsonTable } from './JsonTable'
import { JsonText } from './JsonText'
import { JsonTree } from './JsonTree'
import { JsonView } from './JsonView'
import { LabelsContext } from './labels'
import './markdown.css'
import { sentenceOf } from './sentenceOf'
import { tableOf } from './tableOf'
import { useVerdict } from './useVerdict'
import type { Violation } from './violation'

interface JsonPanelProps {
  text: string
  streaming: boolean
  /** What the answer was asked to fit. */
  schema?: object | undefined
  schemaName?: string | undefined
}

type View = 'text' | 'tree' | 'table'

/** An answer in JSON, as it comes: as text, as a tree or as a table, with the first place that its schema objects to. */
export function JsonPanel({ text, streaming, schema, schemaName = '' }: JsonPanelProps) {
  const read = useMemo(() => createAnswerReader(), [])
  const reading = read(text, streaming)
  const { value, growing } = reading
  const verdict = useVerdict(schema, text, streaming)
  const violation = verdict === 'not-loaded' ? undefined : verdict.violation
  const [chosen, choose] = useState<View>()
  const panel = useRef<HTMLDivElement>(null)
  const label = useId()

  if (typeof value !== 'object' || value === null)
    return (
      <>
        <JsonView text={text} streaming={streaming} labels={t.markdown} />
        <Verdict verdict={verdict} schemaName={schemaName} />
      </>
    )
  const table = tableOf(value)
  const wanted = chosen ?? (streaming || reading.whole ? 'tree' : 'text')
  const view = wanted === 'table' && !table ? 'tree' : wanted
  const news: JsonNews = {
    growing,
    wrong: violation?.path,
    reason: violation && sentenceOf(violation.problem),
  }
  const views: View[] = ['text', 'tree', ...(table ? (['table'] as const) : [])]
  return (
    <div ref={panel} data-part="json" data-view={view}>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span id={label} className="sr-only select-none">
          {t.json.view}
        </span>
        <Segmented<View>
          labelledBy={label}
          value={view}
          options={views.map((one) => ({ value: one, label: t.json.views[one] }))}
          onChange={choose}
        />
        <Verdict
          verdict={verdict}
          schemaName={schemaName}
          onGo={() => {
            const mark = panel.current?.querySelector<HTMLElement>('[data-violation]')
            mark?.scrollIntoView({ block: 'nearest' })
            mark?.focus({ preventScroll: true })
          }}
        />
      </div>
      <LabelsContext value={t.markdown}>
        {shown(view, { text, streaming, reading, violation, news, table })}
      </LabelsContext>
    </div>
  )
}

interface Shown {
  text: string
  streaming: boolean
  reading: AnswerReading
  violation: Violation | undefined
  news: JsonNews
  table: ReturnType<typeof tableOf>
}

function shown(view: View, { text, streaming, reading, violation, news, table }: Shown) {
  const { json, value, whole, fenced } = reading
  // What is not JSON is shown with the place where it stops being that.
  if (view === 'text' && !streaming && !whole) return <JsonView text={text} labels={t.markdown} />
  const { start, end } = violation ?? {}
  const mark = start === undefined || end === undefined ? undefined : { start, end }
  return (
    <div className="prose">
      {view === 'text' && <JsonText json={json} growing={streaming} mark={mark} />}
      {view === 'table' && table && <JsonTable table={table} news={news} />}
      {view === 'tree' && (
        <CodeFrame name={t.markdown.json} source={json} wraps={false}>
          <code className="json">
            <JsonTree value={value!} isRoot news={news} />
          </code>
        </CodeFrame>
      )}
      {fenced && !streaming && <p className="json-note">{t.markdown.jsonFenced}</p>}
    </div>
  )
}

interface VerdictProps {
  verdict: Said | 'not-loaded'
  schemaName: string
  /** Goes to the place that is marked, where there is one. */
  onGo?: () => void
}

/** What the schema says of the answer; nothing while it has nothing to say. */
function Verdict({ verdict, schemaName, onGo }: VerdictProps) {
  if (verdict === 'not-loaded') return <p className="text-small text-faint">{t.json.notLoaded}</p>
  const { violation, fits, unusable } = verdict
  if (unusable) return <p className="text-small text-faint">{t.json.unusable}</p>
  if (fits)
    return (
      <p data-part="fits" className="text-small text-faint">
        {t.json.fits(schemaName)}
      </p>
    )
  if (!violation) return null
  const path = jsonPath(violation.path)
  return (
    <p data-part="violation" className="min-w-0 grow basis-60 text-small text-warn [overflow-wrap:anywhere]">
      {t.json.violation}{' '}
      {onGo ? (
        <button
          type="button"
          aria-label={t.json.goThere(path)}
          onClick={onGo}
          className="rounded-sm font-mono underline underline-offset-2 select-text"
        >
          {path}
        </button>
      ) : (
        <span className="font-mono">{path}</span>
      )}{' '}
      {sentenceOf(violation.problem)}
    </p>
  )
}
