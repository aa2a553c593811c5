const written: Record<string, string> = {
  '\n': String.raw`\n`,
  '\t': String.raw`\t`,
  '\r': String.raw`\r`,
  '\\': '\\\\',
}
const read: Record<string, string> = { n: '\n', t: '\t', r: '\r', '\\': '\\' }

/** A text on one line: a line break is shown as `\n`, and what looks like one already as `\\n`. */
export const escapeLine = (text: string) =>
  text.replaceAll(/[\n\t\r]|\\(?=[ntr\\\n\t\r]|$)/g, (character) => written[character] ?? character)

/** The text that was meant by a line with escapes. A backslash before anything else is a backslash. */
export const unescapeLine = (line: string) =>
  line.replaceAll(/\\([ntr\\])/g, (_escape, letter: string) => read[letter] ?? letter)
