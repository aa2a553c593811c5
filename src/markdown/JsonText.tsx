import { memo, use } from 'react'
import { CodeFrame } from './CodeFrame'
import { LabelsContext } from './labels'
import { tint } from './tint'

interface JsonTextProps {
  json: string
  growing: boolean
  /** What to mark, from one place of the text to another. */
  mark?: { start: number; end: number } | undefined
}

/** Lines longer than this are not tinted: while they grow, each letter would colour all of them again. */
const longestLine = 5000
const mostLines = 5000

/** JSON as it came. No string of JSON goes over a line, so that the lines that are whole are tinted once. */
export function JsonText({ json, growing, mark }: JsonTextProps) {
  const labels = use(LabelsContext)
  return (
    <CodeFrame name={labels.json} source={json} wrapped>
      <code>
        {mark ? (
          <>
            <Lines json={json.slice(0, mark.start)} />
            <mark data-violation tabIndex={-1}>
              {json.slice(mark.start, mark.end)}
            </mark>
            <Lines json={json.slice(mark.end)} />
          </>
        ) : (
          <Lines json={json} />
        )}
        {growing && <span className="caret" aria-hidden="true" />}
      </code>
    </CodeFrame>
  )
}

function Lines({ json }: { json: string }) {
  const lines = json.split('\n')
  if (lines.length > mostLines) return json
  return lines.map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- lines stay where they are
    <Line key={index} line={line} last={index + 1 === lines.length} />
  ))
}

const Line = memo(function Line({ line, last }: { line: string; last: boolean }) {
  return (
    <>
      {line.length > longestLine ? line : tint(line)}
      {!last && '\n'}
    </>
  )
})
