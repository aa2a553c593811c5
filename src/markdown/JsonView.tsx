import { memo, use, useMemo } from 'react'
import { parseJson } from '../ui/parseJson'
import { CodeFrame } from './CodeFrame'
import { JsonFault } from './JsonFault'
import { JsonTree } from './JsonTree'
import { english, LabelsContext, type MarkdownLabels } from './labels'
import './markdown.css'
import { tint } from './tint'
import { unwrapFence } from './unwrapFence'

interface JsonViewProps {
  text: string
  /** More is to come: the text so far is shown, and nothing is held against it. */
  streaming?: boolean
  labels?: MarkdownLabels
}

export function JsonView({ text, streaming = false, labels = english }: JsonViewProps) {
  const { json, fenced } = useMemo(() => unwrapFence(text), [text])
  return (
    <LabelsContext value={labels}>
      <div className="prose" data-streaming={streaming || undefined}>
        {streaming ? <Growing json={json} /> : <Finished json={json} />}
        {fenced && !streaming && <p className="json-note">{labels.jsonFenced}</p>}
      </div>
    </LabelsContext>
  )
}

function Finished({ json }: { json: string }) {
  const labels = use(LabelsContext)
  const reading = useMemo(() => parseJson(json), [json])
  if (!reading.ok) return <JsonFault source={json} fault={reading} />
  return (
    <CodeFrame name={labels.json} source={json} wraps={false}>
      <code className="json">
        <JsonTree value={reading.value} />
      </code>
    </CodeFrame>
  )
}

/** Lines longer than this are not tinted while they grow: each letter would colour all of them again. */
const longestLine = 5000
const mostLines = 5000

/** No string of JSON goes over a line, so that the lines that are whole are tinted once. */
function Growing({ json }: { json: string }) {
  const labels = use(LabelsContext)
  const lines = json.split('\n')
  const plain = lines.length > mostLines
  return (
    <CodeFrame name={labels.json} source={json}>
      <code>
        {plain
          ? json
          : lines.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines stay where they are
              <Line key={index} line={line} last={index + 1 === lines.length} />
            ))}
        <span className="caret" aria-hidden="true" />
      </code>
    </CodeFrame>
  )
}

const Line = memo(function Line({ line, last }: { line: string; last: boolean }) {
  return (
    <>
      {line.length > longestLine ? line : tint(line)}
      {!last && '\n'}
    </>
  )
})
