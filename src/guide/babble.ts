import { cutAtLength } from './cut'
import type { ChatRequest, Generation, Model } from './generation'
import { narrate } from './narrate'
import { hash, randomFrom } from './random'
import type { Schema } from './readSchema'
import { storyShape } from './shape'
import { corpus, weigh } from './story'
import { tokenize } from './tokenize'
import { writeJson } from './writeJson'

/** Changes whenever the corpus does, and with it what a seed gives. */
export const fingerprint = `fp_${hash(corpus).toString(16).padStart(8, '0')}`

const anyStory: Schema = { root: storyShape, heights: new Map() }

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
    const schema = request.schema ?? (request.json ? anyStory : null)
    const story = schema
      ? begun(jsonStory(request, schema, weights, random))
      : plainStory(request, weights, random)
    return cutAtLength(story, room, { completion_tokens: 0 })
  })
}

function* plainStory(request: ChatRequest, weights: readonly number[], random: () => number): Generation {
  const story = narrate({ request, weights, random, given: request.prefill })
  for (let token = story(); token; token = story()) yield token
  return 'stop'
}

/** Takes the first step at once: what of the request cannot be followed shows there. */
function begun(generation: Generation): Generation {
  const first = generation.next()
  return (function* () {
    if (first.done) return first.value
    yield first.value
    return yield* generation
  })()
}

function* jsonStory(
  request: ChatRequest,
  schema: Schema,
  weights: readonly number[],
  random: () => number,
): Generation {
  const pen = {
    request,
    weights,
    random,
    given: request.prefill,
    at: 0,
    written: false,
    said: '',
    tries: { left: 2000 },
  }
  yield* writeJson(pen, schema)
  return 'stop'
}
