import { use, useMemo } from 'react'
import { parseJson } from '../ui/parseJson'
import { CodeFrame } from './CodeFrame'
import { JsonFault } from './JsonFault'
import { JsonText } from './JsonText'
import { JsonTree } from './JsonTree'
import { t } from '../words/rooms'
import { LabelsContext, type MarkdownLabels } from './labels'
import './markdown.css'
import { unwrapFence } from './unwrapFence'

interface JsonViewProps {
  text: string
  /** More is to come: the text so far is shown, and nothing is held against it. */
  streaming?: boolean
  labels?: MarkdownLabels
}

export function JsonView({ text, streaming = false, labels = t.markdown }: JsonViewProps) {
  const { json, fenced } = useMemo(() => unwrapFence(text), [text])
  return (
    <LabelsContext value={labels}>
      <div className="prose" data-streaming={streaming || undefined}>
        {streaming ? <JsonText json={json} growing /> : <Finished json={json} />}
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
        <JsonTree value={reading.value} isRoot />
      </code>
    </CodeFrame>
  )
}
