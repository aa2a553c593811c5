import { cutAtLength } from './cut'
import type { ChatRequest, Generation, Model, Token } from './generation'
import { narrate } from './narrate'
import { hash, randomFrom } from './random'
import { report, sample } from './sample'
import { corpus, titles, weigh } from './story'
import { tokenize } from './tokenize'

/** Changes whenever the corpus does, and with it what a seed gives. */
export const fingerprint = `fp_${hash(corpus).toString(16).padStart(8, '0')}`

/** The longest answer, so that a bias or a negative penalty cannot keep a story going for ever. */
const contextWindow = 1024

/**
 * A small language model: counts of which word follows which few in a few dozen stories of our own. It has
 * no notion of truth or of an answer; it shows what the sampling parameters do.
 */
export const babble: Model = (request) => {
  const question = request.messages.findLast(({ role }) => role === 'user')?.text ?? ''
  const weights = weigh(question)
  const room = contextWindow - tokenize(request.prefill).length
  return Array.from({ length: request.n }, (_, index) => {
    const random = randomFrom(hash(`${request.seed}/${index}`))
    const story = request.json ? jsonStory(request, weights, random) : plainStory(request, weights, random)
    return cutAtLength(story, room, { completion_tokens: 0 })
  })
}

function* plainStory(request: ChatRequest, weights: readonly number[], random: () => number): Generation {
  const story = narrate({ request, weights, random, given: request.prefill })
  for (let token = story(); token; token = story()) yield token
  return 'stop'
}

/** A grammar stands between the model and the page: only what keeps the JSON valid may be sampled. */
function* jsonStory(request: ChatRequest, weights: readonly number[], random: () => number): Generation {
  yield* fixed(request, '{', '"title"', ':', ' "')
  yield* title(request, random)
  yield* fixed(request, '",', ' "sentences"', ':', ' ["')

  const story = narrate({ request, weights, random, oneLine: true })
  let first = true
  let fresh = true
  for (let token = story(); token; token = story()) {
    if (fresh && !first) yield* fixed(request, '",', ' "')
    yield escaped(fresh ? { ...token, text: token.text.trimStart() } : token)
    fresh = /^[.!?]$/.test(token.text)
    first = false
  }
  yield* fixed(request, '"', ']', '}')
  return 'stop'
}

function* title(request: ChatRequest, random: () => number): Generator<Token, void, undefined> {
  const context: string[] = []
  for (let length = 0; length < 12; length += 1) {
    const probabilities = titles.next(context, [])
    if (length === 0) probabilities[0] = 0
    // The ids that may be biased are those of the stories; titles have their own.
    const id = sample(probabilities, new Map(), { ...request, logit_bias: new Map() }, random)
    if (id === 0) return
    const text = titles.vocabulary[id]!
    context.push(text)
    const logprob = request.logprobs && report(probabilities, titles.vocabulary, id, request.top_logprobs)
    yield escaped({ text, ...(logprob && { logprob }) })
  }
}

/** Tokens that the grammar leaves no choice about: their probability is one. */
function* fixed(request: ChatRequest, ...texts: string[]): Generator<Token, void, undefined> {
  for (const text of texts) {
    const bytes = [...new TextEncoder().encode(text)]
    const top = { token: text, logprob: 0, bytes }
    const logprob = { ...top, top_logprobs: request.top_logprobs > 0 ? [top] : [] }
    yield { text, ...(request.logprobs && { logprob }) }
  }
}

const escaped = (token: Token): Token => ({ ...token, text: JSON.stringify(token.text).slice(1, -1) })
