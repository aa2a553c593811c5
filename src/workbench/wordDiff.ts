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
