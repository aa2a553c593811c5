import type { Mention } from './mentions'

/** A person that a text names, and the parts of the text that speak of them. */
export interface Person {
  name: string
  mentions: Mention[]
  /** Ranges of the text, from and to. */
  parts: [number, number][]
}

const borders =
  /(?<!\b(?:mr|mrs|ms|dr|prof|st|\p{L}))[.!?;]\s+|\n+|,?\s+(?:while|whereas|but|meanwhile)\s+/giu

/** The people a text is about, each with the clauses that are about them. */
export function findPeople(text: string, mentions: readonly Mention[]): Person[] {
  const all = mentions.filter(({ kind }) => kind === 'person')
  const sure = all.filter(({ score }) => score >= 2)
  const people: Person[] = []
  const owners = new Map<Mention, Person>()
  for (const mention of sure.length > 0 ? sure : all) {
    const known = people.find(({ name }) => isSame(name, mention.text))
    const person = known ?? { name: mention.text, mentions: [], parts: [] }
    if (!known) people.push(person)
    person.mentions.push(mention)
    owners.set(mention, person)
  }
  const first = people[0]
  if (!first) return []

  let current = first
  for (const [from, to] of clauses(text)) {
    const inside = [...owners.keys()].filter(({ start }) => start >= from && start < to)
    let begin = from
    for (const [index, mention] of inside.entries()) {
      const next = inside[index + 1]
      current = owners.get(mention)!
      // "Anna and Ben live in Rome": what follows is said of both.
      const joined = next && /^\s*(?:,|&|,?\s*and)\s*$/.test(text.slice(mention.end, next.start))
      const end = next ? (joined ? to : between(text, mention.end, next.start)) : to
      current.parts.push([begin, end])
      if (!joined) begin = end
    }
    // A sentence without a name goes on about whoever was named last.
    if (inside.length === 0) current.parts.push([from, to])
  }
  return people
}

/** Whether a shorter name is part of a longer one, as "Smith" is of "John Smith". */
function isSame(known: string, name: string): boolean {
  const words = known.split(' ')
  return name === known || name.split(' ').every((word) => words.includes(word))
}

function clauses(text: string): [number, number][] {
  const ends = [...text.matchAll(borders)].map(({ index, 0: border }) => index + border.length)
  const starts = [0, ...ends]
  return starts.map((start, index) => [start, starts[index + 1] ?? text.length])
}

/** Where, between two names, the talk turns from the first to the second. */
function between(text: string, from: number, to: number): number {
  const turns = [...text.slice(from, to).matchAll(/,?\s+and\s+|;\s*|,\s+(?=\S*$)/g)]
  const last = turns.at(-1)
  return last ? from + last.index + last[0].length : to
}
