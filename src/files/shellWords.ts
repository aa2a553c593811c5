/** What a command line says: its words, and what it reads in the place of a file. */
export interface CommandLine {
  words: string[]
  /** What a here-document or a here-string gives it. */
  input: string | undefined
}

/**
 * The words of the first command of a text, quoted as for bash and every shell of its kind: `'…'`, `"…"`, `$'…'`, a
 * backslash, lines that go on. Variables stay as they are written. What stands behind a pipe or `;` is not read.
 */
export function shellWords(text: string): CommandLine {
  return new ShellReader(text).read()
}

interface HereDocument {
  end: string
  trims: boolean
}

class ShellReader {
  readonly #text: string
  #at = 0
  readonly #words: string[] = []
  /** Undefined between words: an empty word is one. */
  #word: string | undefined
  #input: string | undefined
  #document: HereDocument | undefined

  constructor(text: string) {
    this.#text = text.replaceAll('\r\n', '\n')
  }

  read(): CommandLine {
    while (this.#at < this.#text.length) if (!this.#step(this.#text[this.#at]!)) break
    this.#endWord()
    return { words: this.#words, input: this.#input }
  }

  /** Whether the command goes on. */
  #step(letter: string): boolean {
    if (letter === "'") this.#add(this.#until("'", 1))
    else if (letter === '"') this.#add(this.#doubleQuoted())
    else if (letter === '$' && this.#text[this.#at + 1] === "'") this.#add(this.#ansiQuoted())
    else if (letter === '\\') this.#escaped()
    else if (letter === '\n') return this.#endLine()
    else if (/\s/.test(letter)) this.#skip()
    else if (this.#text.startsWith('<<', this.#at)) this.#here()
    else if (letter === '#' && this.#word === undefined) this.#until('\n', 0)
    else if (/[|;&>)]/.test(letter)) return this.#document !== undefined && this.#endLine(true)
    else this.#add(this.#take(1))
    return true
  }

  #add(piece: string) {
    this.#word = (this.#word ?? '') + piece
  }

  #endWord() {
    if (this.#word !== undefined) this.#words.push(this.#word)
    this.#word = undefined
  }

  #skip() {
    this.#endWord()
    this.#at += 1
  }

  #take(count: number): string {
    this.#at += count
    return this.#text.slice(this.#at - count, this.#at)
  }

  /** From behind what opens to what closes, which is taken as well. */
  #until(close: string, opening: number): string {
    const from = this.#at + opening
    const end = this.#text.indexOf(close, from)
    const to = end < 0 ? this.#text.length : end
    this.#at = close === '\n' ? to : to + 1
    return this.#text.slice(from, to)
  }

  /** A backslash before the end of a line takes both away, also where blanks have slipped between them. */
  #escaped() {
    const [goesOn] = /^\\[ \t]*\n/.exec(this.#text.slice(this.#at, this.#at + 100)) ?? []
    if (goesOn) this.#at += goesOn.length
    else this.#add(this.#take(2).slice(1))
  }

  #doubleQuoted(): string {
    let inner = ''
    for (this.#at += 1; this.#at < this.#text.length;) {
      const letter = this.#take(1)
      if (letter === '"') break
      if (letter !== '\\') inner += letter
      else if (/[$`"\\]/.test(this.#text[this.#at] ?? '')) inner += this.#take(1)
      else if (this.#text[this.#at] === '\n') this.#at += 1
      else inner += letter
    }
    return inner
  }

  #ansiQuoted(): string {
    const rest = this.#text.slice(this.#at + 2)
    const [inner = ''] = /^(?:[^'\\]|\\[^])*/.exec(rest) ?? []
    this.#at += inner.length + 3
    return inner.replace(ansiEscape, readAnsi)
  }

  /** The end of a line ends the command, once what stands in the lines below has been read. */
  #endLine(isMidLine = false): boolean {
    this.#endWord()
    if (isMidLine) this.#until('\n', 0)
    const document = this.#document
    if (document) {
      this.#input = hereDocument(this.#text.slice(this.#at + 1), document)
      return false
    }
    this.#at += 1
    return this.#words.length === 0
  }

  #here() {
    this.#endWord()
    const [signs = '', kind = ''] = /^<<(<|-)?[ \t]*/.exec(this.#text.slice(this.#at)) ?? []
    this.#at += signs.length
    // The next word is no argument.
    const before = this.#words.length
    while (this.#at < this.#text.length && !/[\s|;&>]/.test(this.#text[this.#at]!))
      this.#step(this.#text[this.#at]!)
    this.#endWord()
    const [word = ''] = this.#words.splice(before)
    if (kind === '<') this.#input = `${word}\n`
    else this.#document = { end: word, trims: kind === '-' }
  }
}

function hereDocument(below: string, { end, trims }: HereDocument): string {
  const lines = below.split('\n').map((line) => (trims ? line.replace(/^\t+/, '') : line))
  const last = lines.indexOf(end)
  return lines.slice(0, last < 0 ? lines.length : last).join('\n')
}

const ansiEscape =
  /((?:\\x[\da-fA-F]{1,2})+)|\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|c([^])|([^]))/g

const letters: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

function readAnsi(all: string, ...groups: (string | undefined)[]): string {
  const [bytes, short, long, octal, control, letter] = groups
  if (bytes !== undefined) return fromBytes(bytes.split('\\x').slice(1))
  const hex = short ?? long
  if (hex !== undefined) return codePoint(Number.parseInt(hex, 16))
  if (octal !== undefined) return codePoint(Number.parseInt(octal, 8) & 255)
  if (control !== undefined) return codePoint(control.charCodeAt(0) & 31)
  return letter === undefined ? all : (letters[letter] ?? (/['"\\?]/.test(letter) ? letter : all))
}

/** Bytes stand for what they are in UTF-8. */
const fromBytes = (bytes: string[]) =>
  new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)))

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
