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
export const prose = countNgrams(stories.map(({ text }) => tokenize(text)))

/** The same for their titles, which have an order of their own. */
export const titles = countNgrams(stories.map(({ title }) => tokenize(title)))

const endsSentence = (token: string | undefined) => token !== undefined && /^[.!?]$/.test(token)

/** Where the stories end, and where else they could have: after a sentence, at so many tokens. */
const places = prose.texts.flatMap((ids) =>
  ids.flatMap((id, index) => {
    const last = prose.vocabulary[id] === end
    return last || endsSentence(prose.vocabulary[ids[index - 1] ?? 0]) ? [{ length: index, last }] : []
  }),
)

/** How often a story of this length has ended where a sentence did. */
function chanceOfEnding(length: number): number {
  const near = places.filter((place) => Math.abs(place.length - length) <= 25)
  if (near.length === 0) return 1
  return near.filter(({ last }) => last).length / near.length
}

/**
 * The next token of a story. Word sequences know nothing of length, so the end of the text gets its chance from
 * how long the stories are: only after a sentence, and the likelier the longer this one has become.
 */
export function continueStory(context: readonly string[], weights: readonly number[]): Float64Array {
  const probabilities = prose.next(context, weights)
  const ending = endsSentence(context.at(-1))
    ? (chanceOfEnding(context.length) + probabilities[0]! * Math.min(1, (context.length / 90) ** 3)) / 2
    : 0
  const rest = (1 - ending) / (1 - probabilities[0]! || 1)
  for (let id = 1; id < probabilities.length; id += 1) probabilities[id]! *= rest
  probabilities[0] = ending
  return probabilities
}

/** Words that half of all texts have say nothing about a topic. */
const common = new Set(
  'a an and the of to in on at for with from by is are was were be been it its this that these those i me my you your we our he she they them his her their tell write give make please short long little small story stories poem tale about which who what when where how would could should can will one two some any more like have has had not do does did so as or but if then than there here into out up down'.split(
    ' ',
  ),
)

/** How much each story counts, given what was asked: those that share rare words with the question count more. */
export function weigh(question: string): number[] {
  const asked = new Set(words(question).filter((word) => !common.has(word)))
  const contents = stories.map(({ title, text }) => new Set(words(`${title} ${text}`)))
  const shares = [...asked].map((word) => contents.filter((content) => content.has(word)).length)
  return contents.map((content) =>
    [...asked].reduce(
      (weight, word, index) =>
        weight + (content.has(word) ? (8 * stories.length) / (shares[index]! ** 2 + 4) : 0),
      1,
    ),
  )
}

/** Plurals are cut so that "lighthouses" finds "lighthouse". */
const words = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []).map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''))
