import { withoutUndecided } from './halfOpen'
import type { TextEnd } from './inertLetters'

/** Marks, and the numbers of items: nothing else is held back. */
const marks = /^[\s\d*_~`#>|:=+.)[\]\\$-]+$/
/** So much of a line is enough to see what is held back of it. */
const reach = 400
/** The end of the words of a link, and its address so far: the words are all that is seen. */
const address = /\](?:\([^\s()<>[\]\\`]*)?$/
/** The end of a cell, which is only seen when the next one begins. */
const bar = /^[ \t]*\|[ \t]*$/

/** Whether what has come behind a text shows nothing as yet: marks that are not decided, an address, the bar of a cell. */
export function isUnseen({ kind, text, inCell }: TextEnd, shown: string, news: string): boolean {
  const line = shown.slice(shown.lastIndexOf('\n') + 1)
  if (kind === 'label') {
    const label = (line + news).replace(address, '')
    return label.length <= line.length && label.endsWith(`[${text}`)
  }
  if (!marks.test(news) || line.length > reach || line.endsWith(']')) return false
  if (bar.test(news) && inCell && !line.endsWith('\\')) return true
  return withoutUndecided(line + news).trimEnd() === withoutUndecided(line).trimEnd()
}
