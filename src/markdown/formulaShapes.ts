/** The shapes of formulas that stand in lines of their own, for the parser and for whoever splits a text. */

export type FormulaMark = '$$' | '\\['

/** How many characters a formula may have: marks that nothing closes must not keep what follows from being read. */
export const longestFormula = 8000

/** A line that may begin a formula, which has until then taken in what stands there, whatever that looks like. */
const formulaStart = /(?:^|[\r\n])[^\p{L}\r\n]{0,99}(?:\[\^[^\]\r\n]{1,99}\]:[ \t]*)?(?:\$\$|\\\[)/u
export const mayBeginFormula = (text: string) => formulaStart.test(text)

export const isFormulaGap = (line: string) => /^[ \t>]*$/.test(line)

export const formulaMark = (line: string): FormulaMark | undefined =>
  line.startsWith('\\[') ? '\\[' : /^\$\$(?!\$)/.test(line) ? '$$' : undefined

/**
 * What a line, or the rest of the first one, does to an open formula: it goes on, it ends, or it turns out to be
 * none, because something follows its end, or it opens again.
 */
export function readFormulaLine(mark: FormulaMark, line: string): 'inside' | 'end' | 'none' {
  for (let at = 0; at < line.length; at++) {
    const two = line.slice(at, at + 2)
    if (two === (mark === '$$' ? '$$' : '\\]')) return /^[ \t]*$/.test(line.slice(at + 2)) ? 'end' : 'none'
    if (two === '\\[' && mark === '\\[') return 'none'
    if (line[at] === '\\') at++
  }
  return 'inside'
}

/**
 * Where the formula ends that may open at `start`, if it does before a blank line.
 *
 * @param growing whether the end of the text is taken for an end that is still to come
 */
export function formulaEnd(
  source: string,
  start: number,
  growing = false,
): { at: number; open: boolean } | undefined {
  const mark = formulaMark(source.slice(start, start + 3))
  if (!mark) return undefined
  const ending = /\r\n?|\n|$/g
  for (let from = start + 2, before = start; ;) {
    ending.lastIndex = from
    const { index: end, 0: lineEnd } = ending.exec(source)!
    if (end - start > longestFormula) return undefined
    const line = source.slice(from, end)
    const open = growing && lineEnd === ''
    if (from > start + 2 && isFormulaGap(line)) return open ? { at: before, open } : undefined
    const kind = readFormulaLine(mark, line)
    if (kind !== 'inside') return kind === 'end' ? { at: end, open: false } : undefined
    if (lineEnd === '') return open ? { at: end, open } : undefined
    before = end
    from = end + lineEnd.length
  }
}
