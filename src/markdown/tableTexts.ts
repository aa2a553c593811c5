import { type Inline, wordsOf } from './Inline'
import { inlineMarkdown } from './inlineMarkdown'

export interface TableCells {
  /** The head is the first. */
  rows: Inline[][][]
  /** By column: `left`, `right`, `center`, or nothing. */
  alignments: string[]
}

/**
 * A table in the form of RFC 4180. Whoever pastes it into a spreadsheet did not write it: what that would take for a
 * formula gets an apostrophe before it. Numbers with a sign are none.
 */
export const tableAsCsv = ({ rows }: TableCells): string =>
  rows.map((cells) => cells.map((cell) => quoted(harmless(wordsOf(cell).trim()))).join(',')).join('\r\n')

const harmless = (cell: string) =>
  /^[=@＝＠\t\r]|^[+＋－-](?!\d[\d.,\s]*%?$|\.?\d+$)./.test(cell) ? `'${cell}` : cell

const quoted = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const rules: Record<string, string> = { left: ':--', right: '--:', center: ':-:' }

/** A table in GFM's form. Bars are escaped in code and formulas as well. */
export function tableAsMarkdown({ rows, alignments }: TableCells): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const [head = [], ...rest] = rows.map((cells) =>
    cells.map((cell) => inlineMarkdown(cell).replaceAll('|', '\\|')),
  )
  const rule = head.map((_, column) => rules[alignments[column] ?? ''] ?? '---')
  return [head, rule, ...rest].map(line).join('\n')
}
