import MiniSearch from 'minisearch'
import { passages, type Kind, type Passage } from './passages'
import type { Query } from './query'
import { termsOf } from './terms'

const index = new MiniSearch<Passage>({
  fields: ['document', 'heading', 'also', 'text'],
  tokenize: termsOf,
  processTerm: (term) => term,
  searchOptions: {
    boost: { heading: 3, also: 2.5, document: 1.5, text: 1 },
    fuzzy: (term) => (term.length > 5 ? 0.2 : false),
    prefix: (term) => term.length > 4,
    weights: { fuzzy: 0.3, prefix: 0.4 },
  },
})
index.addAll(passages)

/** In how many passages a term occurs. */
const frequencies = new Map<string, number>()
for (const { document, heading, also, text } of passages) {
  for (const term of new Set(termsOf(`${document} ${heading} ${also} ${text}`))) {
    frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  }
}

/** How much a term tells: rare words more than common ones, unknown ones most. */
const rarity = (term: string) => Math.log(1 + passages.length / (1 + (frequencies.get(term) ?? 0)))

/** Below this share of the question's weight, a passage is about something else. */
const enough = 0.4

/**
 * The passages that answer a query, best first; none if nothing matches well. Passages of the wanted kind and
 * of the document under discussion come before equals, and those already given after them.
 */
export function search(query: Query): { passage: Passage; score: number }[] {
  const { terms, own, wants, given, followsUp } = query
  const total = [...terms].reduce((sum, [term, weight]) => sum + weight * rarity(term), 0)
  if (total === 0) return []
  const current = given.at(-1)?.document

  return index
    .search([...terms.keys()].join(' '), {
      tokenize: (text) => text.split(' '),
      boostTerm: (term) => terms.get(term) ?? 0,
    })
    .flatMap((result) => {
      const passage = passages[Number(result.id)]!
      const matched = result.queryTerms.reduce((sum, term) => sum + (terms.get(term) ?? 0) * rarity(term), 0)
      const coverage = matched / total
      // A word that only comes up somewhere in the text is not what the passage is about.
      const named = Object.values(result.match).some((fields) => fields.some((field) => field !== 'text'))
      if (coverage < enough || !named) return []
      let score = result.score * coverage
      for (const kind of wants) if (passage.kinds.has(kind)) score *= bonus(kind, passage, own)
      if (wants.has('code') && !passage.kinds.has('code')) score *= 0.6
      if (followsUp && passage.document === current) score *= 1.6
      if (followsUp && given.includes(passage)) score *= 0.3
      return [{ passage, score }]
    })
    .toSorted((a, b) => b.score - a.score)
}

/** How much better a passage of the wanted kind is than another. */
function bonus(kind: Kind, { heading, subject }: Passage, own: readonly string[]): number {
  if (kind === 'steps') return 1.15
  if (kind === 'reason') return 1.6
  if (kind === 'code') return /\bexamples?\b/i.test(heading) ? 2.4 : 1.6
  // A definition of just what was asked about, not of something that contains it.
  const defined = termsOf(subject)
  const fits = own.length > 0 && own.every((term) => defined.includes(term))
  return fits ? 1 + own.length / defined.length : 1
}
