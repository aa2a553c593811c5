/** Texts that an answer says piece by piece, as they stand in its events. */
const said =
  /"(content|reasoning_content|reasoning|refusal|arguments|text)" ?: ?"((?:[^"\\]|\\.)+)"|"index" ?: ?(\d+)/g

/** A place in the text of an answer, from one character to behind another. */
type Found = (from: number, to: number) => void

/** Finds what an answer spells out over several events: each piece of it, where it stands. */
export function findSpelled(answer: string, wanted: readonly string[], found: Found): void {
  // What is said by field, and by field and choice: whichever of the two a server counts before the text.
  const texts = new Map<string, Spelled>()
  let index = ''
  for (const { 0: field, 1: name, 2: text, 3: number, index: place } of answer.matchAll(said)) {
    if (number !== undefined) index = number
    if (name === undefined || text === undefined) continue
    const at = place + field.length - 1 - text.length
    for (const key of [name, `${name} ${index}`]) {
      const spelled = texts.get(key) ?? { pieces: [], starts: [], length: 0 }
      texts.set(key, spelled)
      spelled.pieces.push(text)
      spelled.starts.push([spelled.length, at])
      spelled.length += text.length
    }
  }
  for (const { pieces, starts } of texts.values()) {
    const whole = pieces.join('')
    for (const sought of wanted) {
      // Places come in rising order: each piece is passed once.
      let piece = 0
      for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + sought.length))
        piece = findPieces(starts, piece, at, at + sought.length, found)
    }
  }
}

interface Spelled {
  pieces: string[]
  /** Where each piece begins: among what is said, and in the answer. */
  starts: [from: number, at: number][]
  length: number
}

/** Finds what is said from one place to another, which no piece before the `first` holds; gives the last that does. */
function findPieces(
  starts: Spelled['starts'],
  first: number,
  from: number,
  to: number,
  found: Found,
): number {
  let piece = first
  for (; piece < starts.length; piece++) {
    const [start, at] = starts[piece]!
    const end = starts[piece + 1]?.[0] ?? Infinity
    if (end > from) found(at + Math.max(from, start) - start, at + Math.min(to, end) - start)
    if (end >= to) break
  }
  return piece
}
