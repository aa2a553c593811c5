import { highlight } from './highlighter'
import { longest } from './tints'

/** A line with more characters than this is no line for reading. */
const longestLine = 2_000
/** So many lines at the end are coloured anew with each addition, because what follows may change them. */
const openLines = 100

/**
 * Colours code that grows. Lines are coloured by themselves behind the last place where the code is at rest, so that
 * an addition costs no more than what stands behind that place. Once the code is whole it is coloured as a whole:
 * however it came, in the end the colours are the same.
 */
export class Colourer {
  private code = ''
  /** The colours of each line as they were last given away. */
  private readonly given: string[] = []
  /** Where the code is at rest. */
  private rest = { at: 0, line: 0 }
  /** With so many lines behind that place, another is looked for. */
  private patience = 3 * openLines

  constructor(private readonly language: string) {}

  /**
   * Takes in more code.
   *
   * @returns for each line with new colours its number, how many pieces it has, and each piece as its length times 16
   *   and its colour. What is missing at the end of a line is plain.
   */
  add(more: string, whole: boolean): number[] {
    if (this.code.length <= longest) this.code += more
    const code = this.code.slice(0, longest)
    const end = whole && this.code.length <= longest ? code.length : code.lastIndexOf('\n') + 1
    if (whole) this.rest = { at: 0, line: 0 }
    const open = code.slice(this.rest.at, end)
    const news: number[] = []
    const lines = piecesByLine(open, this.language)
    for (const [index, pieces] of lines.entries()) {
      const line = this.rest.line + index
      const key = pieces.join()
      if ((this.given[line] ?? '') === key) continue
      this.given[line] = key
      news.push(line, pieces.length, ...pieces)
    }
    if (!whole && lines.length > this.patience) this.moveOn(open)
    return news
  }

  /** Looks for a later place where the code is at rest: best behind an empty line, where something new begins. */
  private moveOn(open: string) {
    const lines = open.split('\n')
    const last = lines.length - openLines
    const empty = lines.lastIndexOf('', last)
    for (const line of new Set([empty + 1, last])) {
      if (line < openLines) continue
      const before = lines.slice(0, line).join('\n') + '\n'
      if (!highlight(before, this.language).atRest) continue
      this.rest = { at: this.rest.at + before.length, line: this.rest.line + line }
      this.patience = 3 * openLines
      return
    }
    this.patience = 1.5 * lines.length
  }
}

function piecesByLine(code: string, language: string): number[][] {
  const { lengths, tints } = highlight(code, language).pieces
  const lines: number[][] = []
  let at = 0
  let pieces: number[] = []
  let coloured = 0
  let lineLength = 0
  const endLine = () => {
    pieces.length = lineLength > longestLine ? 0 : coloured
    lines.push(pieces)
    pieces = []
    coloured = lineLength = 0
  }
  const add = (length: number, tint: number) => {
    if (length === 0) return
    lineLength += length
    const last = pieces.at(-1)
    if (last !== undefined && last % 16 === tint) pieces[pieces.length - 1] = last + length * 16
    else pieces.push(length * 16 + tint)
    if (tint > 0) coloured = pieces.length
  }
  let lineEnd = code.indexOf('\n')
  for (const [index, length] of lengths.entries()) {
    const end = at + length
    for (; lineEnd >= 0 && lineEnd < end; lineEnd = code.indexOf('\n', at)) {
      add(lineEnd - at, tints[index]!)
      endLine()
      at = lineEnd + 1
    }
    add(end - at, tints[index]!)
    at = end
  }
  endLine()
  return lines
}
