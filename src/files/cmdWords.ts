/** Whether a command is quoted for the command line of Windows, as browsers copy it (*Copy as cURL (cmd)*). */
export const isForCmd = (text: string) => /\^[ \t]*\r?\n|\s\^"/.test(text)

/** The words of a command as cmd hands it on and a program of Windows takes it apart. */
export function cmdWords(text: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let isQuoted = false
  const line = withoutCarets(text.trim())
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!
    if (letter === '\\' && line[at + 1] === '"') word = `${word ?? ''}${line[++at]}`
    else if (letter === '"' && isQuoted && line[at + 1] === '"') word = `${word ?? ''}${line[++at]}`
    else if (letter === '"') {
      isQuoted = !isQuoted
      word ??= ''
    } else if (isQuoted || !/\s/.test(letter)) word = (word ?? '') + letter
    else if (word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  return word === undefined ? words : [...words, word]
}

/** A caret outside quotes takes the meaning from what stands behind it, and a line end away. */
function withoutCarets(text: string): string {
  let line = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '^' && !isQuoted) {
      const [end] = /^[ \t]*\r?\n/.exec(text.slice(at + 1, at + 100)) ?? []
      at += end?.length ?? 0
      line += text[++at] ?? ''
    } else {
      if (letter === '"') isQuoted = !isQuoted
      line += letter
    }
  }
  return line
}
