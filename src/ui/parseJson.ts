import { endOfNumber, endOfWord, escapes, isSpace, numberShape, plainEnd, put, words } from './jsonLetters'

/** What may be wrong with a text that should be JSON. */
export type JsonFault =
  | 'empty'
  | 'unexpected-character'
  | 'unexpected-end'
  | 'bad-number'
  | 'bad-literal'
  | 'bad-escape'
  | 'control-character'
  | 'unclosed-string'
  | 'trailing-comma'
  | 'expected-key'
  | 'expected-colon'
  | 'expected-comma'
  | 'text-after-end'
  | 'too-deep'

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }

export type JsonReading =
  | { ok: true; value: JsonValue }
  | { ok: false; offset: number; line: number; column: number; reason: JsonFault }

/** Deeper than this, no reader is served, and the stack of the engine is near. */
export const deepest = 1000

class Fault extends Error {
  constructor(
    readonly offset: number,
    readonly reason: JsonFault,
  ) {
    super(reason)
  }
}

/**
 * A strict reader of RFC 8259. `JSON.parse` says whether a text is valid, but each engine words and places
 * the error differently, or not at all; this one always knows the place.
 */
export function parseJson(text: string): JsonReading {
  try {
    return { ok: true, value: new Reader(text).document() }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { ok: false, offset: fault.offset, ...placeOf(text, fault.offset), reason: fault.reason }
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: lines.length, column: Array.from(lines.at(-1)!).length + 1 }
}

class Reader {
  private at = 0
  private depth = 0

  constructor(private readonly text: string) {}

  document(): JsonValue {
    this.space()
    if (this.at === this.text.length) throw new Fault(this.at, 'empty')
    const value = this.value()
    this.space()
    if (this.at < this.text.length) throw new Fault(this.at, 'text-after-end')
    return value
  }

  private space() {
    while (isSpace(this.text[this.at])) this.at++
  }

  private value(): JsonValue {
    const first = this.text[this.at]
    if (first === '{') return this.nested(() => this.object())
    if (first === '[') return this.nested(() => this.array())
    if (first === '"') return this.string()
    if (first === undefined) throw new Fault(this.at, 'unexpected-end')
    if (/[-0-9]/.test(first)) return this.number()
    return this.literal()
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > deepest) throw new Fault(this.at, 'too-deep')
    this.at++
    this.space()
    const value = read()
    this.depth--
    return value
  }

  private object(): JsonValue {
    const object = {}
    if (this.take('}')) return object
    for (;;) {
      if (this.text[this.at] !== '"') throw this.missing('expected-key')
      const key = this.string()
      this.space()
      if (!this.take(':')) throw this.missing('expected-colon')
      this.space()
      put(object, key, this.value())
      if (this.ends('}')) return object
    }
  }

  private array(): JsonValue {
    const items: JsonValue[] = []
    if (this.take(']')) return items
    for (;;) {
      items.push(this.value())
      if (this.ends(']')) return items
    }
  }

  /** After an entry: true at the closing bracket, false after a comma with something behind it. */
  private ends(bracket: string): boolean {
    this.space()
    if (this.take(bracket)) return true
    const comma = this.at
    if (!this.take(',')) throw this.missing('expected-comma')
    this.space()
    if (this.text[this.at] === bracket) throw new Fault(comma, 'trailing-comma')
    return false
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at++
    return true
  }

  private missing(reason: JsonFault): Fault {
    return new Fault(this.at, this.at < this.text.length ? reason : 'unexpected-end')
  }

  private string(): string {
    const start = this.at
    let value = ''
    for (this.at++; ;) {
      value += this.upTo(plainEnd(this.text, this.at))
      const next = this.text[this.at]
      if (next === undefined) throw new Fault(start, 'unclosed-string')
      if (next === '\\') value += this.escape()
      else if (next !== '"') throw new Fault(this.at, 'control-character')
      else {
        this.at++
        return value
      }
    }
  }

  private upTo(end: number): string {
    const letters = this.text.slice(this.at, end)
    this.at = end
    return letters
  }

  private escape(): string {
    const start = this.at
    const letter = this.text[start + 1] ?? ''
    const code = letter === 'u' ? this.text.slice(start + 2, start + 6) : ''
    const value = /^[0-9a-fA-F]{4}$/.test(code)
      ? String.fromCharCode(Number.parseInt(code, 16))
      : escapes[letter]
    if (value === undefined) throw new Fault(start, 'bad-escape')
    this.at += 2 + code.length
    return value
  }

  private number(): number {
    const start = this.at
    const found = this.upTo(endOfNumber(this.text, start))
    if (!numberShape.test(found)) throw new Fault(start, 'bad-number')
    return Number(found)
  }

  private literal(): JsonValue {
    const start = this.at
    const found = this.upTo(endOfWord(this.text, start))
    if (found === '') throw new Fault(start, 'unexpected-character')
    if (!Object.hasOwn(words, found)) throw new Fault(start, 'bad-literal')
    return words[found]!
  }
}
