import { shortestSecret } from './maskBytes'

const letters = new TextDecoder('latin1')
const star = 42

/** Texts that an answer says piece by piece, as they stand in its events. */
const said =
  /"(content|reasoning_content|reasoning|refusal|arguments|text)" ?: ?"((?:[^"\\]|\\.)+)"|"index" ?: ?(\d+)/g

/**
 * Writes stars over every secret that an answer spells out over several events, as many as it has bytes: each piece
 * keeps its length and its place. The bytes themselves are altered.
 */
export function maskSpelled(bytes: Uint8Array, secrets: readonly string[]): void {
  const wanted = secrets.filter(({ length }) => length >= shortestSecret)
  if (!wanted.length) return
  // What is said by field, and by field and choice: whichever of the two a server counts before the text.
  const texts = new Map<string, Spelled>()
  let index = ''
  for (const { 0: found, 1: name, 2: text, 3: number, index: place } of letters
    .decode(bytes)
    .matchAll(said)) {
    if (number !== undefined) index = number
    if (name === undefined || text === undefined) continue
    const at = place + found.length - 1 - text.length
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
    for (const secret of wanted) {
      const sought = letters.decode(new TextEncoder().encode(JSON.stringify(secret).slice(1, -1)))
      for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + sought.length))
        cover(bytes, starts, at, at + sought.length)
    }
  }
}

interface Spelled {
  pieces: string[]
  /** Where each piece begins: among what is said, and in the bytes. */
  starts: [from: number, at: number][]
  length: number
}

function cover(bytes: Uint8Array, starts: Spelled['starts'], from: number, to: number) {
  for (const [number, [start, at]] of starts.entries()) {
    const end = starts[number + 1]?.[0] ?? Infinity
    if (end <= from) continue
    if (start >= to) return
    bytes.fill(star, at + Math.max(from, start) - start, at + Math.min(to, end) - start)
  }
}
