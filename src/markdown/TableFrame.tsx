import { type ReactNode, use, useRef } from 'react'
import { CopyButton } from './CopyButton'
import { LabelsContext } from './labels'
import { readTable } from './readTable'
import { tableAsCsv, tableAsMarkdown } from './tableTexts'
import { useOverflow } from './useOverflow'

/** A table with its tools. One that is wider than its place scrolls by itself. */
export function TableFrame({ dir, children }: { dir?: string | undefined; children?: ReactNode }) {
  const labels = use(LabelsContext)
  const box = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const scrolling = useOverflow(box, labels.table)
  return (
    <div className="table-frame">
      <div className="table-tools">
        <CopyButton
          words={labels.csv}
          name={labels.copyAsCsv}
          read={() => tableAsCsv(readTable(table.current!))}
        />
        <CopyButton
          words={labels.markdown}
          name={labels.copyAsMarkdown}
          read={() => tableAsMarkdown(readTable(table.current!))}
        />
      </div>
      <div ref={box} className="table-box" {...scrolling}>
        <table ref={table} dir={dir}>
          {children}
        </table>
      </div>
    </div>
  )
}
