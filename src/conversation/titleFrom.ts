import { redact } from '../protocol/redact'

const length = 64

/**
 * A title from a message's text: its first line with words in it, at most 64 characters as a reader counts them. What
 * looks like a key is not among them: titles stand in lists, tabs and bookmarks, for everybody to see.
 */
export function titleFrom(text: string): string {
  const line = redact(text.slice(0, 2000)).split('\n').map(plain).find(Boolean) ?? ''
  const characters = [...new Intl.Segmenter().segment(line)]
  if (characters.length <= length) return line
  const cut = characters[length]!.index
  const space = line.lastIndexOf(' ', cut)
  return `${line.slice(0, space > cut / 2 ? space : cut).trimEnd()}…`
}

// Marks of Markdown at the start of a line say nothing in a title.
const plain = (line: string) =>
  line
    .replace(/^[\s#>*\-`]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
