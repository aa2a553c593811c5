/** A table as it is read from the page. */
export interface TableTexts {
  /** The head is the first. */
  rows: string[][]
  /** By column: `left`, `right`, `center`, or nothing. */
  alignments: string[]
}

/**
 * A table in the form of RFC 4180. Whoever pastes it into a spreadsheet did not write it: what that would take for a
 * formula gets an apostrophe before it. Numbers with a sign are none.
 */
export const tableAsCsv = (rows: string[][]): string =>
  rows.map((cells) => cells.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n')

const harmless = (cell: string) =>
  /^[=@\t\r]|^[+-](?!\d[\d.,\s]*%?$|\.?\d+$)./.test(cell) ? `'${cell}` : cell

const quoted = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const rules: Record<string, string> = { left: ':--', right: '--:', center: ':-:' }

/** A table in GFM's form. Its cells are Markdown already. */
export function tableAsMarkdown({ rows: [head = [], ...rows], alignments }: TableTexts): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = head.map((_, column) => rules[alignments[column] ?? ''] ?? '---')
  return [head, rule, ...rows].map(line).join('\n')
}
