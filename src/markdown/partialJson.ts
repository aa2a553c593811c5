import {
  type Container,
  endOfNumber,
  endOfWord,
  escapes,
  isSpace,
  numberShape,
  plainEnd,
  put,
  words,
} from '../ui/jsonLetters'
import { type JsonFault, type JsonValue, deepest } from '../ui/parseJson'
import type { JsonEvent, PartialJson } from './JsonEvent'

/** What may come next. */
type State =
  | 'value'
  | 'first-item'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'comma'
  | 'string'
  | 'escape'
  | 'unicode'
  | 'number'
  | 'word'
  | 'after'
  | 'broken'

interface Level {
  container: Container
  /** Where the value that is being read belongs; for an object, undefined until its key is known. */
  key: string | number | undefined
  start: number
}

/** A reader of JSON that takes the text piece by piece, cut anywhere, and shows at any time what there is of it. */
export function createPartialJson(listen?: (event: JsonEvent) => void): PartialJson {
  const stack: Level[] = []
  let state: State = 'value'
  let read = 0
  let root: JsonValue | undefined
  let fault: PartialJson['fault']
  /** What has come of a string, a number or a word, and where it began. */
  let token = ''
  let start = 0
  let isKey = false
  let hex = ''
  /** Where the last comma stood: it is the fault if nothing follows it. */
  let comma = 0

  const level = () => stack.at(-1)
  const keyHere = () => level()?.key

  const place = (value: JsonValue) => {
    const open = level()
    if (!open) root = value
    else put(open.container, open.key, value)
  }

  const fail = (reason: JsonFault, offset: number) => {
    fault = { offset, reason }
    state = 'broken'
  }

  /** After a value: the next comma, or the end of the text. */
  const settled = () => {
    state = stack.length > 0 ? 'comma' : 'after'
  }

  const scalar = (value: JsonValue, end: number) => {
    place(value)
    listen?.({ type: 'value', key: keyHere(), value, start, end })
    settled()
  }

  const open = (container: Container, at: number) => {
    if (stack.length >= deepest) return fail('too-deep', at)
    place(container)
    const list = Array.isArray(container)
    listen?.({ type: 'open', key: keyHere(), list, start: at })
    stack.push({ container, key: list ? 0 : undefined, start: at })
    state = list ? 'first-item' : 'first-key'
  }

  const close = (at: number) => {
    const { container, start } = stack.pop()!
    listen?.({ type: 'close', key: keyHere(), value: container, start, end: at + 1 })
    settled()
  }

  const beginString = (at: number, key: boolean) => {
    token = ''
    start = at
    isKey = key
    state = 'string'
  }

  const endString = (end: number) => {
    if (!isKey) return scalar(token, end)
    level()!.key = token
    state = 'colon'
  }

  const endNumber = (end: number) => {
    if (numberShape.test(token)) scalar(Number(token), end)
    else fail('bad-number', start)
  }

  const endWord = (end: number) => {
    if (Object.hasOwn(words, token)) scalar(words[token]!, end)
    else fail(token === '' ? 'unexpected-character' : 'bad-literal', start)
  }

  const beginValue = (character: string, at: number) => {
    if (character === '{') open({}, at)
    else if (character === '[') open([], at)
    else if (character === '"') beginString(at, false)
    else {
      token = character
      start = at
      if (/[-0-9]/.test(character)) state = 'number'
      else if (/[a-zA-Z_$]/.test(character)) state = 'word'
      else fail('unexpected-character', at)
    }
  }

  /** Between values. Space is passed over before this is asked. */
  const between = (character: string, at: number) => {
    const list = Array.isArray(level()?.container)
    switch (state) {
      case 'first-item':
        if (character === ']') close(at)
        else beginValue(character, at)
        return
      case 'value':
        // A list has a comma behind it, an object a colon, and the text nothing.
        if (list && character === ']') fail('trailing-comma', comma)
        else beginValue(character, at)
        return
      case 'first-key':
      case 'key':
        if (character === '"') beginString(at, true)
        else if (character !== '}') fail('expected-key', at)
        else if (state === 'key') fail('trailing-comma', comma)
        else close(at)
        return
      case 'colon':
        if (character === ':') state = 'value'
        else fail('expected-colon', at)
        return
      case 'comma':
        if (character === (list ? ']' : '}')) close(at)
        else if (character !== ',') fail('expected-comma', at)
        else {
          comma = at
          const open = level()!
          if (typeof open.key === 'number') open.key += 1
          else open.key = undefined
          state = list ? 'value' : 'key'
        }
        return
      default:
        fail('text-after-end', at)
    }
  }

  /** Takes what it can of the piece from `from` on, and says how far it came. */
  const take = (piece: string, from: number): number => {
    const character = piece[from]!
    const at = read + from
    switch (state) {
      case 'broken':
        return piece.length
      case 'string': {
        const to = plainEnd(piece, from)
        token += piece.slice(from, to)
        if (to === piece.length) return to
        const end = read + to
        if (piece[to] === '"') endString(end + 1)
        else if (piece[to] === '\\') state = 'escape'
        else fail('control-character', end)
        return to + 1
      }
      case 'escape':
        hex = ''
        if (character === 'u') state = 'unicode'
        else if (Object.hasOwn(escapes, character)) {
          token += escapes[character]!
          state = 'string'
        } else fail('bad-escape', at - 1)
        return from + 1
      case 'unicode':
        hex += character
        if (!/[0-9a-fA-F]/.test(character)) fail('bad-escape', at - hex.length - 1)
        else if (hex.length === 4) {
          token += String.fromCharCode(Number.parseInt(hex, 16))
          state = 'string'
        }
        return from + 1
      case 'number':
      case 'word': {
        const to = (state === 'number' ? endOfNumber : endOfWord)(piece, from)
        token += piece.slice(from, to)
        // At the end of the piece there may be more of it.
        if (to < piece.length) (state === 'number' ? endNumber : endWord)(read + to)
        return to
      }
      default:
        if (!isSpace(character)) between(character, at)
        return from + 1
    }
  }

  return {
    push(piece) {
      for (let from = 0; from < piece.length;) from = take(piece, from)
      read += piece.length
      // A string is shown as it grows. (A lone half of a character is left for the next piece to complete.)
      if ((state === 'string' || state === 'escape' || state === 'unicode') && !isKey) place(token)
    },
    end() {
      if (state === 'number') endNumber(read)
      else if (state === 'word') endWord(read)
      if (state === 'after' || state === 'broken') return
      if (state === 'string') fail('unclosed-string', start)
      else if (state === 'escape') fail('bad-escape', read - 1)
      else if (state === 'unicode') fail('bad-escape', read - 2 - hex.length)
      else fail(root === undefined ? 'empty' : 'unexpected-end', read)
    },
    get value() {
      return root
    },
    get openPath() {
      return stack.flatMap(({ key }) => (key === undefined ? [] : [key]))
    },
    get complete() {
      return state === 'after'
    },
    get fault() {
      return fault
    },
  }
}
