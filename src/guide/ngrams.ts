/** The token after which there is nothing more. Its id is 0. */
export const end = ''

/** Stands before the first token of a text, in contexts only. */
const start = '<s>'

/** How many tokens back the model looks. */
const order = 3

/** One place in the corpus where a context occurred: what came next, and in which text. */
interface Occurrence {
  id: number
  text: number
}

export interface Ngrams {
  /** Every token by its id. */
  vocabulary: readonly string[]
  /** The ids of every text, in order. */
  texts: readonly number[][]
  /** The probability of each token by id, after the tokens given; `weights` says how much each text counts. */
  next: (context: readonly string[], weights: readonly number[]) => Float64Array
}

/**
 * How far a context that was seen `count` times is trusted, by its length. What is left over falls to the next
 * shorter context. Long contexts are distrusted more than a good compressor would: trusted fully they would
 * recite the corpus, and a sample should wander from one text into another.
 */
const trust = [
  (count: number) => count / (count + 0.01),
  (count: number) => (0.97 * count) / (count + 0.3),
  (count: number) => (0.95 * count) / (count + 0.5),
] as const

/** Counts which token follows which one, two and three tokens in texts that are already cut into tokens. */
export function countNgrams(texts: readonly (readonly string[])[]): Ngrams {
  const ids = new Map([[end, 0]])
  const vocabulary = [end]
  const occurrences = new Map<string, Occurrence[]>()

  const idOf = (token: string) => {
    const id = ids.get(token) ?? vocabulary.length
    if (id === vocabulary.length) {
      ids.set(token, id)
      vocabulary.push(token)
    }
    return id
  }

  const coded = texts.map((tokens, text) =>
    [...tokens, end].map((token, index) => {
      const id = idOf(token)
      for (let length = 0; length <= order; length += 1) {
        const key = keyOf(tokens.slice(Math.max(0, index - length), index), length)
        const seen = occurrences.get(key)
        if (seen) seen.push({ id, text })
        else occurrences.set(key, [{ id, text }])
      }
      return id
    }),
  )

  return {
    vocabulary,
    texts: coded,
    next(context, weights) {
      const probabilities = new Float64Array(vocabulary.length)
      let left = 1
      for (let length = order; length >= 0; length -= 1) {
        const seen = occurrences.get(keyOf(context.slice(Math.max(0, context.length - length)), length))
        if (!seen) continue
        const share = length === 0 ? left : left * trust[length - 1]!(seen.length)
        const total = seen.reduce((sum, { text }) => sum + (weights[text] ?? 1), 0)
        for (const { id, text } of seen) probabilities[id]! += (share * (weights[text] ?? 1)) / total
        left -= share
      }
      return probabilities
    },
  }
}

/** The space before a word makes another token of it, but not another context. */
function keyOf(tokens: readonly string[], length: number): string {
  const missing = Array.from({ length: length - tokens.length }, () => start)
  return [...missing, ...tokens.map((token) => token.trimStart())].join('\u0001')
}
