import type { Token } from './generation'
import { narrate, tellTitle } from './narrate'
import { put, reads, refusal, type Pen } from './pen'
import type { StringShape } from './shape'

type Writing = Generator<Token, string, undefined>

/** A string: what is given of it, then words of the model up to the end of a sentence. Gives the whole text. */
export function* writeString(pen: Pen, shape: StringShape): Writing {
  const beginning = yield* openString(pen, '"')
  const size = sizeOf(beginning.text)
  if (size > shape.most || (beginning.whole && size < shape.least)) throw refusal(pen)
  const text = beginning.whole ? beginning.text : yield* say(pen, shape, beginning.text)
  if (!beginning.whole) yield* put(pen, '"')
  pen.said = `${pen.said} ${text}`.trimStart()
  return text
}

const sizeOf = (text: string) => Array.from(text).length

/** Reads as much of a string as is given; if that ends within an escape, the escape is finished. */
export function* openString(
  pen: Pen,
  quote: string,
): Generator<Token, { text: string; whole: boolean }, undefined> {
  if (!reads(pen)) {
    yield* put(pen, quote)
    return { text: '', whole: false }
  }
  const [found, raw, end] = /^"((?:[^"\\]|\\.)*)("?)/s.exec(pen.given.slice(pen.at)) ?? []
  if (found === undefined || raw === undefined) throw refusal(pen)
  if (end) {
    const text = decode(pen, raw)
    pen.at += found.length
    return { text, whole: true }
  }
  const all = pen.given.slice(pen.at + 1)
  const escape = /(?:^|[^\\])(?:\\\\)*(\\(?:u[\da-fA-F]{0,3})?)$/.exec(all)?.[1] ?? ''
  const missing = escape === '' ? '' : escape === '\\' ? '"' : '0020'.slice(escape.length - 2)
  const text = decode(pen, all + missing)
  pen.at = pen.given.length
  if (missing) yield* put(pen, missing)
  return { text, whole: false }
}

function decode(pen: Pen, raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    throw refusal(pen)
  }
}

/** Says as much as fits. A text that has to be long goes on after its sentence. */
function* say(pen: Pen, { least, most, title }: StringShape, begun: string): Writing {
  let text = begun
  let fresh = text === ''
  let voice = title ? tellTitle({ ...pen, given: text }) : sentences(pen, text)
  if (/[.!?]\s*$/.test(text) && sizeOf(text) >= least) return text
  for (;;) {
    const token = voice()
    if (!token) {
      if (sizeOf(text) >= least) return text
      voice = sentences({ ...pen, said: '' }, '')
      text += yield* write(pen, { text: ' ' })
      fresh = true
      continue
    }
    const piece = fresh ? token.text.trimStart() : token.text
    fresh = false
    const room = most - sizeOf(text)
    if (sizeOf(piece) > room) {
      // A word is cut only where its string would be too short, or empty, without it.
      const cut = sizeOf(text) < least || text === '' ? Array.from(piece).slice(0, room).join('') : ''
      return text + (cut && (yield* write(pen, { ...token, text: cut })))
    }
    text += yield* write(pen, { ...token, text: piece })
    if (sizeOf(text) === most) return text
    if (!title && /[.!?]$/.test(piece) && sizeOf(text) >= least) return text
  }
}

/** Words that go on from everything said before, or from nowhere when that story is over. */
function sentences(pen: Pen, begun: string): () => Token | undefined {
  const given = `${pen.said} ${begun}`.trimStart()
  let story = narrate({ ...pen, given, oneLine: true })
  let first = given !== begun || given === ''
  return () => {
    const token = story()
    if (token || !first || begun !== '') {
      first = false
      return token
    }
    first = false
    story = narrate({ ...pen, given: '', oneLine: true })
    return story()
  }
}

/** Writes a token as it stands within quotes. */
export function* write(pen: Pen, token: Token): Writing {
  pen.written = true
  yield { ...token, text: JSON.stringify(token.text).slice(1, -1) }
  return token.text
}
