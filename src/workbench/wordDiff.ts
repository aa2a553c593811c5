import { diffWordsWithSpace } from 'diff'

/** A stretch of a text, and whether the other text has it too. */
export interface Stretch {
  text: string
  same: boolean
}

/** Past this many characters a comparison would hold up the page. */
const most = 60_000

/** `text` in stretches, marked where it differs from `base` word by word; undefined if they are too long to compare. */
export function wordDiff(base: string, text: string): Stretch[] | undefined {
  if (base.length + text.length > most) return undefined
  const parts = diffWordsWithSpace(base, text, { timeout: 500 })
  return parts?.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, same: !added }))
}

export interface WordChange {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** All that differs between two texts, word by word, in the order of reading; undefined if they are too long. */
export function wordChanges(base: string, text: string): WordChange[] | undefined {
  if (base.length + text.length > most) return undefined
  const parts = diffWordsWithSpace(base, text, { timeout: 500 })
  return parts?.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}
