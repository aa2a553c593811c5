import { fold } from './fold'

/** What a search can be narrowed by, as it is typed: `role:user`. */
export const filterNames = ['role', 'model', 'tag', 'folder', 'after', 'before', 'in'] as const
export type FilterName = (typeof filterNames)[number]

export interface Filter {
  name: FilterName
  /** Folded. */
  value: string
  /** Whether it leaves out what it fits. */
  not: boolean
}

/** What is asked for. Words are folded; what stood in quotes is one word with blanks in it. */
export interface Query {
  words: readonly string[]
  without: readonly string[]
  filters: readonly Filter[]
}

/** A piece of a query, where it stands, and what it means; nothing as long as it says nothing yet (`role:`). */
export interface Piece {
  from: number
  to: number
  filter?: Filter
  word?: { text: string; not: boolean }
}

const pieces = /(-?)(?:([a-z]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+))/gi

/** A query in its pieces. Nothing in it is an error: what is no filter is a word. */
export function piecesOf(text: string): Piece[] {
  return [...straightened(text).matchAll(pieces)].map((match) => {
    const [whole, minus, before, quotedValue, plainValue, quoted] = match
    const place = { from: match.index, to: match.index + whole.length }
    const not = minus === '-'
    const name = nameOf(before)
    const value = fold(quotedValue ?? plainValue ?? '').trim()
    if (name && isValue(name, value)) return { ...place, ...(value && { filter: { name, value, not } }) }
    const word = fold(quoted ?? whole.slice(not ? 1 : 0)).trim()
    return { ...place, ...(word && word !== '-' && { word: { text: word, not } }) }
  })
}

/** What a query asks for. Never throws. */
export function parseQuery(text: string): Query {
  const all = piecesOf(text)
  const words = all.flatMap(({ word }) => (word ? [word] : []))
  return {
    words: [...new Set(words.flatMap(({ text: word, not }) => (not ? [] : [word])))],
    without: [...new Set(words.flatMap(({ text: word, not }) => (not ? [word] : [])))],
    filters: all.flatMap(({ filter }) => (filter ? [filter] : [])),
  }
}

/** Whether anything is asked for at all. */
export const asksNothing = ({ words, without, filters }: Query) =>
  !words.length && !without.length && !filters.length

/** A query with another value for a filter in the place of all that it had; none for ''. */
export function withFilter(text: string, name: FilterName, value: string): string {
  const kept = piecesOf(text)
    .filter(({ filter }) => filter?.name !== name)
    .map(({ from, to }) => text.slice(from, to))
  // In front, where no open quote takes it for words.
  if (value) kept.unshift(`${name}:${/\s/.test(value) ? `"${value}"` : value}`)
  return kept.join(' ')
}

/** The value that a query has for a filter; '' if it has none, or several. */
export function filterIn(text: string, name: FilterName): string {
  const found = parseQuery(text).filters.filter((filter) => filter.name === name && !filter.not)
  return found.length === 1 ? found[0]!.value : ''
}

/** Quotes as phones and word processors write them; each is one letter, so that places stay. */
const straightened = (text: string) => text.replace(/[“”„«»]/g, '"')

const nameOf = (word: string | undefined) => filterNames.find((name) => name === word?.toLowerCase())

/** What cannot be meant is a word: a time of day, an address, a port. */
function isValue(name: FilterName, value: string): boolean {
  if (name === 'after' || name === 'before') return /^(\d{4}(-\d{0,2}(-\d{0,2})?)?)?$/.test(value)
  if (name === 'in') return ['', 'archive', 'pinned', 'title'].some((place) => place.startsWith(value))
  return true
}
