/** The token after which there is nothing more. Its id is 0. */
export const end = ''

/** Stands before the first token of a text, in contexts only. */
const start = '<s>'

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
  next: (context: readonly string[], weights: readonly number[]) => Float64Array<ArrayBuffer>
  /** The texts in which the longest known end of this context went on with this token. */
  sources: (context: readonly string[], id: number) => number[]
}

/**
 * How far a context that was seen `count` times is trusted. What is left over falls to the next shorter one.
 * A good compressor would trust long contexts more; then it would recite the corpus, and a sample should
 * wander from one text into another.
 */
const trust = (count: number, length: number) => (length === 1 ? 0.998 : (0.97 * count) / (count + 0.3))

/** Counts, in texts that are cut into tokens already, which token follows the last ones, up to `order` of them. */
export function countNgrams(texts: readonly (readonly string[])[], order: number): Ngrams {
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
      for (let length = 1; length <= order; length += 1) {
        const key = keyOf(tokens.slice(0, index), length)
        const seen = occurrences.get(key)
        if (seen) seen.push({ id, text })
        else occurrences.set(key, [{ id, text }])
      }
      return id
    }),
  )

  /** What any token has without any context, so that nothing in the vocabulary is impossible. */
  const floor = new Float64Array(vocabulary.length)
  const all = coded.flat()
  for (const id of all) floor[id]! += 1 / all.length

  return {
    vocabulary,
    texts: coded,
    next(context, weights) {
      const probabilities = new Float64Array(vocabulary.length)
      let left = 1
      for (let length = order; length >= 1; length -= 1) {
        const seen = occurrences.get(keyOf(context, length))
        if (!seen) continue
        const share = left * trust(seen.length, length)
        const total = seen.reduce((sum, { text }) => sum + (weights[text] ?? 1), 0)
        for (const { id, text } of seen) probabilities[id]! += (share * (weights[text] ?? 1)) / total
        left -= share
      }
      for (let id = 0; id < floor.length; id += 1) probabilities[id]! += left * floor[id]!
      return probabilities
    },
    sources(context, id) {
      for (let length = order; length >= 2; length -= 1) {
        const seen = occurrences.get(keyOf(context, length))?.filter((occurrence) => occurrence.id === id)
        if (seen && seen.length > 0) return seen.map(({ text }) => text)
      }
      return []
    },
  }
}

/** The last `length` tokens. The space before a word makes another token of it, but not another context. */
function keyOf(context: readonly string[], length: number): string {
  const tokens = context.slice(-length).map((token) => token.trimStart())
  const missing = Array.from({ length: length - tokens.length }, () => start)
  return [...missing, ...tokens].join('\u0001')
}
