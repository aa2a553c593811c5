/** Signs that nobody sees, and those that turn the order of what follows them. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** A title of somebody else's, as lists and tabs can show it: one line, with nothing unseen, not longer than anybody reads. */
export const fitTitle = (title: string): string => shorten(oneLine(title.slice(0, 1000)), 200)

/** A text as one line of well-formed characters that can be seen. */
export const oneLine = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim().toWellFormed()

/** A line of at most so many characters as a reader counts them, cut between words where one is near enough. */
export function shorten(line: string, most: number): string {
  const characters = [...new Intl.Segmenter().segment(line)]
  if (characters.length <= most || (characters.length === most + 1 && line.endsWith('…'))) return line
  const cut = characters[most]!.index
  const space = line.lastIndexOf(' ', cut)
  return `${line.slice(0, space > cut / 2 ? space : cut).trimEnd()}…`
}
