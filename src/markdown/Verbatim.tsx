import { use } from 'react'
import { LabelsContext } from './labels'

/** Lines that are shown as they were written, because there are too many of them to be read as Markdown. */
export function Verbatim({ source, open }: { source: string; open: boolean }) {
  return (
    <p className="verbatim" dir="auto">
      {source.replace(/(?:\r\n|[\r\n])$/, '')}
      {open && <span className="caret" aria-hidden="true" />}
    </p>
  )
}

/** The word before them. */
export function VerbatimNote() {
  const labels = use(LabelsContext)
  return <p className="verbatim-note">{labels.tooLong}</p>
}
