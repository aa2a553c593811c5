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
    while (' \n\r\t'.includes(this.text[this.at] ?? 'x')) this.at++
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
    const entries: [string, JsonValue][] = []
    if (this.take('}')) return {}
    for (;;) {
      if (this.text[this.at] !== '"') throw this.missing('expected-key')
      const key = this.string()
      this.space()
      if (!this.take(':')) throw this.missing('expected-colon')
      this.space()
      entries.push([key, this.value()])
      // `fromEntries` defines its keys, so that "__proto__" is a key like any other, as in JSON.parse.
      if (this.ends('}')) return Object.fromEntries(entries)
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
      value += this.plain()
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

  /** The characters of a string up to a quote, a backslash, a control character or the end. */
  private plain(): string {
    const start = this.at
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (code === 0x22 || code === 0x5c || code < 0x20) break
    }
    return this.text.slice(start, this.at)
  }

  private escape(): string {
    const sequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
    sequence.lastIndex = this.at
    const found = sequence.exec(this.text)?.[0]
    if (!found) throw new Fault(this.at, 'bad-escape')
    this.at = sequence.lastIndex
    if (found[1] === 'u') return String.fromCharCode(Number.parseInt(found.slice(2), 16))
    return { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[found[1]!] ?? found[1]!
  }

  private number(): number {
    const run = /[-+.0-9a-zA-Z]*/y
    run.lastIndex = this.at
    const found = run.exec(this.text)![0]
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(found)) throw new Fault(this.at, 'bad-number')
    this.at = run.lastIndex
    return Number(found)
  }

  private literal(): boolean | null {
    const word = /[a-zA-Z_$]*/y
    word.lastIndex = this.at
    const found = word.exec(this.text)![0]
    if (found === '') throw new Fault(this.at, 'unexpected-character')
    if (found !== 'true' && found !== 'false' && found !== 'null') throw new Fault(this.at, 'bad-literal')
    this.at = word.lastIndex
    return found === 'null' ? null : found === 'true'
  }
}
