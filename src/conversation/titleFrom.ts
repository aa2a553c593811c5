import { redact } from '../protocol/redact'
import { oneLine, shorten } from './fitTitle'

const length = 64

/**
 * A title from a message's text: its first line with words in it, at most 64 characters as a reader counts them. What
 * looks like a key is not among them: titles stand in lists, tabs and bookmarks, for everybody to see.
 */
export const titleFrom = (text: string): string =>
  shorten(redact(text.slice(0, 2000)).split('\n').map(plain).find(Boolean) ?? '', length)

// Marks of Markdown at the start of a line say nothing in a title.
const plain = (line: string) => oneLine(line.replace(/^[\s#>*\-`]+/, ''))
