import { parseJson } from '../ui/parseJson'
import { english, LabelsContext, type MarkdownLabels } from './labels'

interface JsonViewProps {
  text: string
  streaming?: boolean
  labels?: MarkdownLabels
}

export function JsonView({ text, streaming = false, labels = english }: JsonViewProps) {
  const reading = streaming ? undefined : parseJson(text)
  return (
    <LabelsContext value={labels}>
      <pre>{reading?.ok ? JSON.stringify(reading.value, null, 2) : text}</pre>
      {reading?.ok === false && (
        <p>{labels.jsonFault(reading.line, reading.column, labels.jsonFaults[reading.reason])}</p>
      )}
    </LabelsContext>
  )
}
