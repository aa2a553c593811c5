import { appendCode } from './appendCode'

/**
 * The short way for a growing text. Most of what a model writes changes nothing about what stands before it: such
 * letters go straight into the text node at the end, and nothing is parsed or rendered for them. Everything else,
 * and every doubt, is left to the next rendering, which sets the same node to the same text and more.
 */

/** Characters that, behind words on a line, are only themselves. */
const inert = /^[\p{L}\p{N} ,.;:?!'"’“”–—…%+=-]+$/u
/** As many of them as stand at the end: one decides what the marks before it are, and more do not change that. */
const inertEnd = /[\p{L}\p{N} ,.;:?!'"’“”–—…%+=-]+$/u
/** A line whose kind is settled: it has a word and a space behind it. */
const settledLine = /\p{L}\S*[ \t]/u
/** A word that may become an address, a character reference or the end of a link as it goes on. */
const restless = /[@/&\\<$|()[\]]|www/i
const checked = 8

/**
 * Shows `next` where `shown` stands, if only plain letters have come.
 *
 * @param box the element around the whole text, with the caret somewhere at its end
 * @returns whether it did; if not, nothing was touched
 */
export function appendInert(box: HTMLElement, shown: string, next: string): boolean {
  const news = next.slice(shown.length)
  if (!news) return true
  const carets = box.getElementsByClassName('caret')
  const caret = carets[carets.length - 1]
  const code = caret?.closest('pre > code')
  if (code) return appendCode(code, shown, news)
  const node = caret?.previousSibling
  if (!(node instanceof Text)) return false
  const home = node.parentElement
  if (!inert.test(news) || home?.closest('a, code, del')) return false
  const line = shown.slice(shown.lastIndexOf('\n') + 1)
  if (!settledLine.test(line)) return false
  const words = shown.trimEnd()
  const gap = shown.slice(words.length)
  const end = inertEnd.exec(words.slice(-checked))?.[0]
  if (!end || !node.data.trimEnd().endsWith(end)) return false
  const word = words.slice(words.lastIndexOf(' ') + 1) + (gap ? '' : news)
  if (restless.test(gap ? news : word)) return false
  // Only behind what stays, so that what is selected there is left alone.
  const { length } = node.data.trimEnd()
  node.replaceData(length, node.length - length, gap + news)
  return true
}
