import type { Message } from '../conversation/Message'
import { type Folded, fold, foldWithPlaces } from './fold'
import { fitOf, placesOf } from './matchText'
import { type Part, partsOf } from './wordsOf'

/** Where words stand in a text as it is shown. */
export type Marks = readonly (readonly [from: number, to: number])[]

/** As much of a message as shows why it was found. */
export interface Snippet {
  part: Part
  text: string
  marks: Marks
  /** Whether something stands before it. */
  cut: boolean
}

/** How much of a text is looked at as one, how much of one again with the next, and how much is shown. */
const piece = 4000
const overlap = 200
const before = 32
const shown = 220

/** Where words stand in a text. */
export function marksIn(text: string, words: readonly string[]): Marks {
  return marksOf(text, foldWithPlaces(text), words)
}

/** What stands behind a word and is not searched is not marked: the stars of bold. */
function marksOf(source: string, { text, places }: Folded, words: readonly string[]): [number, number][] {
  return placesOf(text, words).map(([from, to]) => {
    const begin = places[from]!
    let end = places[to]!
    while (end > begin + 1 && unsearched.test(source[end - 1]!) && !text.endsWith('_', to)) end--
    return [begin, end]
  })
}
const unsearched = /[*`_]/

/** Whether one of the words stands in a part of a message. */
export function isIn(part: Part, message: Message, words: readonly string[]): boolean {
  const texts = partsOf(message).flatMap(([name, text]) => (name === part ? [fold(text)] : []))
  return texts.some((text) => words.some((word) => text.includes(word)))
}

/** The place of a message that has the most of the words; its beginning if it has none. */
export const snippetOf = (message: Message, words: readonly string[]) => bestOf(partsOf(message), words)

/** The same of a message of which no more is at hand than its words as they are searched. */
export const foldedSnippet = (text: string, words: readonly string[]) => bestOf([['content', text]], words)

function bestOf(parts: readonly (readonly [Part, string])[], words: readonly string[]): Snippet {
  let best = { part: 'content' as Part, text: '', at: 0, score: -1 }
  for (const [part, text] of parts) {
    for (let at = 0; at < text.length && best.score < 2 * words.length; at += piece - overlap) {
      const folded = fold(text.slice(at, at + piece))
      const score = words.reduce((sum, word) => sum + fitOf(folded, word), 0)
      if (score > best.score) best = { part, text, at, score }
    }
  }
  return cutOut(best, words)
}

function cutOut(
  { part, text, at }: { part: Part; text: string; at: number },
  words: readonly string[],
): Snippet {
  const source = text.slice(at, at + piece)
  const whole = foldWithPlaces(source)
  const { text: folded, places } = whole
  const found = placesOf(folded, words)
  const [firstFound] = found.find(([place]) => isBeginning(folded, place)) ?? found[0] ?? [0]
  const centre = at + places[firstFound]!
  const from = beginningNear(text, centre)
  const to = Math.min(text.length, from + shown)
  const marks = marksOf(source, whole, words)
    .map(([start, end]) => [at + start - from, at + end - from] as const)
    .filter(([start, end]) => start >= 0 && end <= to - from)
  return { part, text: text.slice(from, to).toWellFormed(), marks, cut: text.slice(0, from).trim() !== '' }
}

const isBeginning = (folded: string, at: number) =>
  fitOf(folded.slice(Math.max(0, at - 1), at + 1), folded[at]!) === 2

/** A little before a place, where a word begins. */
function beginningNear(text: string, place: number): number {
  const from = Math.max(0, place - before)
  if (from === 0) return 0
  const blank = text.slice(from, place).search(/\s/)
  return blank < 0 ? from : from + blank + 1
}
