/** What stands at the end of a text in the document, before the caret. */
export interface TextEnd {
  /** Words; code within a line; the words of a link whose address is still to come; or anything else. */
  kind: 'words' | 'code' | 'label' | 'other'
  /** The letters there. */
  text: string
  /** In the cell of a table. */
  inCell: boolean
}

/** Characters that, behind words on a line, are only themselves. */
const inert = /^[\p{L}\p{N} ,.;:?!'"’“”–—…%+=-]+$/u
/** As many of them as stand at the end: one decides what the marks before it are, and more do not change that. */
const inertEnd = /[\p{L}\p{N} ,.;:?!'"’“”–—…%+=-]+$/u
/** A line whose kind is settled by a letter: not the opening of a fence, nor what may be a definition, or its first bar. */
const settledLine =
  /^(?!(?:[\s>]|[-+*] |\d+[.)] )*(?:`{3}|~{3}|\|[^\s|][^|]*\|?\s*$)|[\s>]*\[[^\]]*(?:\]?$|\]:)).*\p{L}/su
/** A word that may become an address, a character reference or the end of a link as it goes on. */
const restless = /[@/&\\<$|()[\]]|www/i
const checked = 8
/** Of quotes and items, before the words of a line. */
const markers = /^(?:[\s>]|[-+*] |\d+[.)] )+/
/** Within ticks all is itself but what could end it there: another tick, a line, a cell. */
const inertCode = /^[^`|$\\\r\n]+$/
/** Not so far from its tick that nobody believes in another one. */
const codeReach = 300

/**
 * What is to be put behind the letters in the document, without the spaces at their end, where what has come behind a
 * text changes nothing about what stands before it; undefined where it may.
 */
export function inertLetters({ kind, text }: TextEnd, shown: string, news: string): string | undefined {
  const line = shown.slice(shown.lastIndexOf('\n') + 1)
  if (kind === 'words') return behindWords(text, line, shown, news)
  return kind === 'code' ? withinTicks(text, line, news) : undefined
}

function behindWords(text: string, line: string, shown: string, news: string): string | undefined {
  if (!inert.test(news) || !settledLine.test(line)) return undefined
  const words = shown.trimEnd()
  const gap = shown.slice(words.length)
  const end = inertEnd.exec(line.replace(markers, '').trimEnd().slice(-checked))?.[0]
  if (!end || !text.trimEnd().endsWith(end)) return undefined
  const word = words.slice(words.lastIndexOf(' ') + 1) + (gap ? '' : news)
  return restless.test(gap ? news : word) ? undefined : gap + news
}

/** What stands behind the last tick of the line is all that is in the code: it is still open. */
function withinTicks(text: string, line: string, news: string): string | undefined {
  const from = line.lastIndexOf('`') + 1
  const written = line.slice(from)
  const words = written.trimEnd()
  const isOpen = from > 0 && words !== '' && text === words
  if (!isOpen || written.length + news.length > codeReach || !inertCode.test(news)) return undefined
  return written.slice(words.length) + news
}
