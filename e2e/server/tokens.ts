/** Text cut into what a model might send at a time. Nothing is lost: the tokens joined are the text. */
export const tokenize = (text: string): string[] => text.match(/\s*(?:[\p{L}\p{M}\p{N}]{1,12}|.)/gsu) ?? []

/** Several tokens joined into one, `size` at a time. */
export function group(tokens: string[], size: number): { text: string; tokens: number }[] {
  const groups = []
  for (let start = 0; start < tokens.length; start += size) {
    const part = tokens.slice(start, start + size)
    groups.push({ text: part.join(''), tokens: part.length })
  }
  return groups
}

const tale = `The lamp at the end of the pier had burned for ninety years, and nobody could say who filled it. \
Each evening the harbour went quiet, the gulls settled on the roofs, and the light came on by itself. \
Ada counted the boats as they came home. Eleven had gone out and eleven returned. \
Then a twelfth slid out of the dark, with no sail and no name, and tied up as if it belonged there. \
She took the lamp from its hook and went down to ask.`

/** Prose of exactly `count` tokens. It goes round, and every round is a paragraph of its own. */
export function* storyTokens(count: number): Generator<string> {
  const [first = '', ...others] = tokenize(tale)
  for (let sent = 0; sent < count;) {
    for (const token of [sent === 0 ? first : `\n\n${first}`, ...others]) {
      if (sent++ >= count) return
      yield token
    }
  }
}
