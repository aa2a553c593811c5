import type { Encoding } from './encodingOf'

type Count = (text: string) => number

const loading = new Map<Encoding, Promise<Count>>()

/** The real tokeniser of an encoding. Its table is a megabyte and is loaded when it is first asked for. */
export function tokeniser(encoding: Encoding): Promise<Count> {
  let count = loading.get(encoding)
  if (!count) loading.set(encoding, (count = load(encoding)))
  return count
}

async function load(encoding: Encoding): Promise<Count> {
  const { countTokens } =
    encoding === 'o200k_base'
      ? await import('gpt-tokenizer/encoding/o200k_base')
      : await import('gpt-tokenizer/encoding/cl100k_base')
  // Somebody may write about `<|endoftext|>`: in a message it is text like any other.
  const asText = { disallowedSpecial: new Set<string>() }
  return (text) => pieces(text).reduce((sum, piece) => sum + countTokens(piece, asText), 0)
}

/** A run this long is cut: the tokeniser's work grows with the square of what has no end of a word in it. */
const longRun = /\S{2000}|\s{2000}/gu

/** A text in pieces that are quick to count; only runs that no language writes are cut, at the cost of a token each. */
function pieces(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const { index, 0: run } of text.matchAll(longRun)) {
    found.push(text.slice(from, index + run.length))
    from = index + run.length
  }
  found.push(text.slice(from))
  return found
}
