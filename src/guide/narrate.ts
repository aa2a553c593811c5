import type { ChatRequest, Token } from './generation'
import { report, sample } from './sample'
import { continueStory, createMemory, prose, titles } from './story'
import { tokenize } from './tokenize'

/** What is to be told, how, and with what in front of it. */
export interface Tale {
  request: ChatRequest
  /** How much each story of the corpus counts. */
  weights: readonly number[]
  random: () => number
  /** The beginning, which is not told again. */
  given?: string
  /** Without paragraphs. */
  oneLine?: boolean
}

/** Every next token of one story; nothing when it has ended. */
export function narrate({ request, weights, random, given = '', oneLine = false }: Tale) {
  const { vocabulary } = prose
  const beginning = tokenize(given.trimEnd())
  let opening = given === '' ? undefined : openingAfter(given, beginning, proseWords)
  const context: string[] = []
  const counts = new Map<number, number>()
  const memory = createMemory(weights)
  const add = (id: number) => {
    memory.remember(context, id)
    context.push(vocabulary[id]!)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  for (const token of opening?.begun ? beginning.slice(0, -1) : beginning) {
    add(idOf(token) ?? standIn(context, weights))
  }
  if (/\n\s*$/.test(given) && !oneLine && beginning.length > 0) add(idOf('\n\n') ?? 0)

  return (): Token | undefined => {
    const probabilities = continueStory(context, memory.weights(), oneLine)
    if (opening) keep(probabilities, opening.fits)
    const id = sample(probabilities, counts, request, random)
    if (id === 0) return undefined
    const texts = opening ? vocabulary.map(opening.write) : vocabulary
    opening = undefined
    add(id)
    const text = texts[id]!
    if (!request.logprobs) return { text }
    return { text, logprob: report(probabilities, texts, id, request.top_logprobs) }
  }
}

/** Every next token of a title, which has an order of its own. */
export function tellTitle({ request, random, given = '' }: Omit<Tale, 'weights'>) {
  const { vocabulary } = titles
  const beginning = tokenize(given.trimEnd())
  let opening = given === '' ? undefined : openingAfter(given, beginning, titleWords)
  const context = opening?.begun ? beginning.slice(0, -1) : beginning
  // The ids that may be biased are those of the stories.
  const settings = { ...request, logit_bias: new Map<number, number>() }

  return (): Token | undefined => {
    if (context.length >= longestTitle) return undefined
    const probabilities = titles.next(context, [])
    if (context.length === 0) probabilities[0] = 0
    if (opening) keep(probabilities, opening.fits)
    const id = sample(probabilities, new Map(), settings, random)
    if (id === 0) return undefined
    const texts = opening ? vocabulary.map(opening.write) : vocabulary
    opening = undefined
    context.push(vocabulary[id]!)
    const text = texts[id]!
    if (!request.logprobs) return { text }
    return { text, logprob: report(probabilities, texts, id, request.top_logprobs) }
  }
}

const longestTitle = 12

/** A vocabulary as it is looked up: by the token, and by the token without the space before it. */
const lookUp = (vocabulary: readonly string[]) => ({
  vocabulary,
  exact: new Map(vocabulary.map((token, id) => [token, id])),
  bare: new Map(vocabulary.map((token, id) => [token.trimStart(), id])),
})

type Words = ReturnType<typeof lookUp>
const proseWords = lookUp(prose.vocabulary)
const titleWords = lookUp(titles.vocabulary)

/** A word at the very beginning has no space before it, and the corpus may only know it with one. */
const idOf = (token: string) => proseWords.exact.get(token) ?? proseWords.bare.get(token.trimStart())

const isWord = (token: string) => /^ ?[\p{L}\p{N}]/u.test(token)

/** In the place of a word from outside the corpus, so that the words around it still lead somewhere. */
function standIn(context: readonly string[], weights: readonly number[]): number {
  const probabilities = prose.next(context, weights)
  keep(probabilities, (id) => isWord(prose.vocabulary[id]!))
  return sample(probabilities, new Map(), greedy, () => 0)
}

const greedy = { temperature: 0, top_p: 1, presence_penalty: 0, frequency_penalty: 0, logit_bias: new Map() }

interface Opening {
  /** Whether the beginning ends within a word. */
  begun: boolean
  /** Which token may come first after the beginning. */
  fits: (id: number) => boolean
  /** How a token is written there: without the space or the letters that are there already. */
  write: (token: string) => string
}

function openingAfter(given: string, beginning: readonly string[], { vocabulary, bare }: Words): Opening {
  const last = beginning.at(-1)?.trimStart() ?? ''
  const unspaced = (token: string) => token.trimStart()
  if (/\s$/.test(given)) {
    const fits = (id: number) => /^ ?[^\s.,;:!?…)’”]/u.test(vocabulary[id]!) || id === 0
    return { begun: false, fits, write: unspaced }
  }
  const completes = (token: string) => token.length > last.length && token.startsWith(last)
  if (isWord(last) && !bare.has(last) && [...bare.keys()].some(completes)) {
    const fits = (id: number) => completes(unspaced(vocabulary[id]!))
    return { begun: true, fits, write: (token) => unspaced(token).slice(last.length) }
  }
  // Any token is possible after any other, but a word sticks to nothing except an opening mark.
  const sticks = /[“‘(—-]$/.test(given)
  const fits = (id: number) => sticks || !/^[\p{L}\p{N}]/u.test(vocabulary[id]!)
  return { begun: false, fits, write: (token) => token }
}

/** Makes other tokens impossible, and shares out what they had. */
function keep(probabilities: Float64Array, fits: (id: number) => boolean): void {
  let total = 0
  for (let id = 0; id < probabilities.length; id += 1) {
    if (fits(id)) total += probabilities[id]!
    else probabilities[id] = 0
  }
  for (let id = 0; id < probabilities.length; id += 1) probabilities[id]! /= total
}
