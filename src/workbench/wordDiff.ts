import { diffWordsWithSpace } from 'diff'

/** A stretch of two texts, and which of them has it. */
export interface Stretch {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** Past this many characters a comparison would hold up the page. */
const most = 60_000

/** All that differs between two texts, word by word, in the order of reading; undefined if they are too long. */
export function wordChanges(base: string, text: string): Stretch[] | undefined {
  if (base.length + text.length > most) return undefined
  const parts = diffWordsWithSpace(base, text, { timeout: 500 })
  return parts?.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

/** `text` alone in stretches, `added` where `base` lacks them; undefined if they are too long. */
export const wordDiff = (base: string, text: string): Stretch[] | undefined =>
  wordChanges(base, text)?.filter(({ kind }) => kind !== 'removed')

/** Letters that stand alike at the beginning and at the end of two texts, whole words of them. */
function alike(base: string, text: string): { start: number; end: number } {
  const least = Math.min(base.length, text.length)
  let start = 0
  while (start < least && base[start] === text[start]) start++
  let end = 0
  while (end < least - start && base.at(-1 - end) === text.at(-1 - end)) end++
  while (start > 0 && !/\s/.test(text[start - 1]!)) start--
  while (end > 0 && !/\s/.test(text.at(-end)!)) end--
  return { start, end }
}

/**
 * The same of long texts: what both begin and end with is not compared, and counts nothing. Where what is left is too
 * long, `from` is the letter from which they differ.
 */
export function longChanges(base: string, text: string): { changes: Stretch[] } | { from: number } {
  if (base === text) return { changes: text ? [{ text, kind: 'same' }] : [] }
  const { start, end } = alike(base, text)
  const changes = wordChanges(base.slice(start, base.length - end), text.slice(start, text.length - end))
  if (!changes) return { from: start }
  const around: Stretch[] = [{ text: text.slice(0, start), kind: 'same' }, ...changes]
  around.push({ text: text.slice(text.length - end), kind: 'same' })
  return { changes: around.filter((one) => one.text !== '') }
}
