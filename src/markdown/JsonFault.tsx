import { use } from 'react'
import type { JsonReading } from '../ui/parseJson'
import { CodeFrame } from './CodeFrame'
import { LabelsContext } from './labels'

interface JsonFaultProps {
  source: string
  fault: Extract<JsonReading, { ok: false }>
}

/** What should have been JSON, as it came, with the place marked at which it stops being JSON. */
export function JsonFault({ source, fault: { offset, line, column, reason } }: JsonFaultProps) {
  const labels = use(LabelsContext)
  const end = offset + String.fromCodePoint(source.codePointAt(offset) ?? 0x20).length
  const marked = source.slice(offset, end)
  const visible = marked.trim() === '' ? `\u00a0${marked}` : marked
  return (
    <>
      <p className="json-fault">{labels.jsonFault(line, column, labels.jsonFaults[reason])}</p>
      <CodeFrame name={labels.json} source={source}>
        <code>
          {source.slice(0, offset)}
          <mark>
            <span className="sr-only">{labels.jsonFaultMark}</span>
            {visible}
          </mark>
          {source.slice(end)}
        </code>
      </CodeFrame>
    </>
  )
}
