import corpus from './corpus.txt?raw'
import { countNgrams, end } from './ngrams'
import { tokenize } from './tokenize'

/** The whole corpus as it was written: for the fingerprint. */
export { corpus }

const stories = corpus
  .split(/^# /m)
  .slice(1)
  .map((story) => {
    const [title = '', ...lines] = story.split('\n')
    const text = lines.join('\n').trim()
    return { title, text: text.replaceAll(/(?<!\n)\n(?!\n)/g, ' ') }
  })

/** Which word follows which in the stories. */
export const prose = countNgrams(
  stories.map(({ text }) => tokenize(text)),
  4,
)

/** The same for their titles, which have an order of their own. */
export const titles = countNgrams(
  stories.map(({ title }) => tokenize(title)),
  1,
)

const endsSentence = (token: string | undefined) => token !== undefined && /^[.!?]$/.test(token)

/** Where the stories end, and where else they could have: after a sentence, at so many tokens. */
const places = prose.texts.flatMap((ids) =>
  ids.flatMap((id, index) => {
    const last = prose.vocabulary[id] === end
    return last || endsSentence(prose.vocabulary[ids[index - 1] ?? 0]) ? [{ length: index, last }] : []
  }),
)

/** How often a story of this length has ended where a sentence did; longer than any, it ought to end. */
function chanceOfEnding(length: number, chanceOfWords: number): number {
  const near = places.filter((place) => Math.abs(place.length - length) <= 25)
  if (near.length === 0) return 0.98
  const chance = near.filter(({ last }) => last).length / near.length
  // Words that have closed a story may close this one too, unless it has hardly begun.
  return (chance + chanceOfWords * Math.min(1, (length / 90) ** 3)) / 2
}

const fullStop = prose.vocabulary.indexOf('.')

/** How long the longest sentence is. A greedy sample can go in circles; then it needs a full stop from outside. */
const longestSentence = places.reduce(
  (longest, { length }, index) => Math.max(longest, length - (places[index - 1]?.length ?? 0)),
  0,
)

const lineBreaks = [...prose.vocabulary.keys()].filter((id) => prose.vocabulary[id]!.includes('\n'))

/**
 * The next token of a story. Word sequences know nothing of length, so the ends of sentences and of the text get
 * their chances from how long those of the corpus are: a text ends only after a sentence. On one line there are
 * no paragraphs.
 */
export function continueStory(
  context: readonly string[],
  weights: readonly number[],
  oneLine: boolean,
): Float64Array<ArrayBuffer> {
  const probabilities = prose.next(context, weights)
  if (oneLine) for (const id of lineBreaks) shift(probabilities, id, 0)
  const sentence = context.length - 1 - context.findLastIndex(endsSentence)
  if (sentence > 2 * longestSentence) shift(probabilities, fullStop, 0.9)
  const words = probabilities[0]!
  shift(probabilities, 0, endsSentence(context.at(-1)) ? chanceOfEnding(context.length, words) : 0)
  return probabilities
}

/** Gives one token this probability, and the others what is left, in proportion. */
function shift(probabilities: Float64Array, token: number, probability: number): void {
  const rest = (1 - probability) / (1 - probabilities[token]! || 1)
  for (let id = 0; id < probabilities.length; id += 1) probabilities[id]! *= rest
  probabilities[token] = probability
}

/** Words that say nothing about a topic. */
const common = new Set(
  `a about an and any are as at be been but by can could did do does for from give had has have he her here his
  how i if in into is it its like little long make me more my not of on one or our out please she short small so
  some story tale tell than that the their them then there these they thi those to two u up want was we were what
  when where which who will with would write you your`.split(/\s+/),
)

const contents = stories.map(({ title, text }) => new Set(words(`${title} ${text}`)))

/** How much each story counts, given what was asked: those that share rare words with the question count more. */
export function weigh(question: string): number[] {
  const asked = [...new Set(words(question))].filter((word) => !common.has(word))
  const weights = stories.map(() => 1)
  for (const word of asked) {
    const share = contents.filter((content) => content.has(word)).length
    for (const [story, content] of contents.entries()) {
      if (content.has(word)) weights[story]! += (8 * stories.length) / (share ** 2 + 4)
    }
  }
  return weights
}

/** How fast a story that the sample has come out of is forgotten, and how much it draws while it is not. */
const memory = 0.85
const attraction = 2

/**
 * Keeps a sample near the stories that its last words came from, so that it has a thread to lose. Without this
 * every common phrase would be a crossroads of the whole corpus.
 */
export function createMemory(weights: readonly number[]) {
  const recent = stories.map(() => 0)
  return {
    weights: () => weights.map((weight, story) => weight * (1 + attraction * recent[story]!)),
    remember(context: readonly string[], id: number) {
      for (const story of recent.keys()) recent[story]! *= memory
      const sources = prose.sources(context, id)
      for (const story of sources) recent[story]! += 1 / sources.length
    },
  }
}

/** Plurals are cut, so that "lighthouses" finds "lighthouse". */
function words(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []).map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''))
}
