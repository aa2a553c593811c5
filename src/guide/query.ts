import type { Turn } from './generation'
import { passages, type Kind, type Passage } from './passages'
import { termsOf } from './terms'

export interface Query {
  /** Each search term with its weight: 1 for what was asked now, less for what was said before. */
  terms: Map<string, number>
  /** What kinds of passage the question asks for. */
  wants: Set<Kind>
  /** The terms of the last question alone. */
  own: readonly string[]
  /** Passages that this conversation has already been given, the newest last. */
  given: Passage[]
  /** Whether the question leans on what went before. */
  followsUp: boolean
}

/** How much one turn further back counts. */
const decay = 0.6

/**
 * Builds the query for the last user message in the light of what went before. The fewer words of its own a
 * question has, and the more it points back ("it", "and with …"), the more it inherits from earlier turns.
 */
export function buildQuery(messages: readonly Turn[]): Query {
  const questions = messages.filter(({ role }) => role === 'user').map(({ text }) => text)
  const question = questions.at(-1) ?? ''
  const given = passagesIn(messages.filter(({ role }) => role === 'assistant').map(({ text }) => text))
  const own = termsOf(question)
  const pointsBack =
    /^(?:and|but|or|so|what about|how about|why|more|another|again|ok|then)\b|\b(?:it|its|that|this|these|those|them|one|ones)\b/i
  const followsUp = questions.length > 1 && (own.length < 2 || pointsBack.test(question.trim()))
  const inherited = followsUp ? 0.9 / (1 + 0.3 * own.length) : 0.25 / (1 + own.length)

  const terms = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text)) terms.set(term, Math.max(terms.get(term) ?? 0, weight))
  }
  const instructions = messages.filter(({ role }) => role === 'system' || role === 'developer')
  for (const { text } of instructions) addKnown(text, 0.1, add)
  for (const [age, earlier] of questions.slice(0, -1).toReversed().entries()) {
    add(earlier, inherited * decay ** age)
  }
  const last = given.at(-1)
  if (last) add(last.subject, inherited * 0.7)
  add(question, 1)
  return { terms, own, wants: wantsOf(question), given, followsUp }
}

const vocabulary = new Set(passages.flatMap(({ document, also }) => termsOf(`${document} ${also}`)))

/** Instructions are mostly about manner; only words that name a topic are let in. */
function addKnown(text: string, weight: number, add: (text: string, weight: number) => void): void {
  add(
    termsOf(text)
      .filter((term) => vocabulary.has(term))
      .join(' '),
    weight,
  )
}

/** An answer of guide names its passages in headings, which is how they are found again. */
function passagesIn(answers: readonly string[]): Passage[] {
  return answers.flatMap((answer) => passages.filter(({ heading }) => answer.includes(`### ${heading}\n`)))
}

function wantsOf(question: string): Set<Kind> {
  const wants = new Set<Kind>()
  if (
    /\bwhat(?:['’]s| is| are| do| does)\b|\bhow do(?:es)? .* work\b|\b(?:explain|define|mean|about)\b/i.test(
      question,
    )
  )
    wants.add('definition')
  if (/\b(?:examples?|show|code|snippets?|samples?|look like|demonstrate|syntax)\b/i.test(question))
    wants.add('code')
  if (/\bwhy\b|\breasons?\b|\bwhat for\b/i.test(question)) wants.add('reason')
  if (/\bhow (?:do|can|to|should)\b|\bsteps?\b/i.test(question)) wants.add('steps')
  return wants
}
