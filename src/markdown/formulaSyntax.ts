import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import { formulaEnd } from './formulaShapes'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formulaBlock: 'formulaBlock'
    formulaText: 'formulaText'
    formulaOpenBlock: 'formulaOpenBlock'
    formulaOpenText: 'formulaOpenText'
    formulaLine: 'formulaLine'
  }
}

/** What the syntax needs to know of the text that is being read, since a parser sees a character at a time. */
export interface Reading {
  source: string
  /** More is to come: a formula that the end of the text cuts short is taken for one that is being written. */
  growing: boolean
  /** Where no formula begins, although it looked so: its container ended before it did. */
  refused: Set<number>
}

const dollar = 36
const backslash = 92
const isLineEnd = (code: Code) => code !== null && code < -2
const isSpace = (code: Code) => code !== null && (code < 0 || code === 32)
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57
/** Prices have none of these. */
const looksLikeTeX = /^(?:\$\$|\\)|\\[a-z]|[\^_=]/i

type Kind = 'formulaBlock' | 'formulaText' | 'formulaOpenBlock' | 'formulaOpenText'

function enter(effects: Effects, kind: Kind) {
  effects.enter(kind)
  effects.enter('formulaLine')
}

/** Lines and their ends have tokens of their own: micromark takes a lone token that spans lines for a line end. */
function take(effects: Effects, code: Code) {
  if (!isLineEnd(code)) return effects.consume(code)
  effects.exit('formulaLine')
  effects.enter('lineEnding')
  effects.consume(code)
  effects.exit('lineEnding')
  effects.enter('formulaLine')
}

function exit(effects: Effects, kind: Kind) {
  effects.exit('formulaLine')
  return effects.exit(kind)
}

/** An extension for micromark: formulas in a line, and formulas that have lines of their own. */
export function formulaSyntax(reading: Reading): Extension {
  const block = formulaBlock(reading)
  return {
    flow: { [dollar]: block, [backslash]: block },
    text: { [dollar]: dollars(reading), [backslash]: brackets(reading) },
  }
}

function formulaBlock(reading: Reading): Construct {
  return {
    name: 'formulaBlock',
    concrete: true,
    tokenize(effects, ok, nok) {
      const { parser, interrupt } = this
      const now = () => this.now()
      const start = now().offset
      const end = reading.refused.has(start) ? undefined : formulaEnd(reading.source, start, reading.growing)
      if (!end) return nok
      const type = end.open ? 'formulaOpenBlock' : 'formulaBlock'
      const refuse: State = (code) => {
        reading.refused.add(start)
        return nok(code)
      }
      const inside: State = (code) => {
        // The rest of a tab may be left.
        if (now().offset >= end.at && code !== -1) {
          exit(effects, type)
          return ok(code)
        }
        if (code === null) return refuse(code)
        take(effects, code)
        return isLineEnd(code) ? lineStart : inside
      }
      const lineStart: State = (code) => (parser.lazy[now().line] ? refuse(code) : inside(code))
      return (code) => {
        if (interrupt) return ok(code)
        enter(effects, type)
        return inside(code)
      }
    },
  }
}

/** `$…$` by Pandoc's rules, and `$$…$$`. The first dollar behind the opening one closes it, or there is none. */
function dollars(reading: Reading): Construct {
  return {
    name: 'formulaText',
    previous(code) {
      return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape'
    },
    tokenize(effects, ok, nok) {
      const atEnd = whenCut(reading, this, effects, ok, nok)
      let size = 0
      let before: Code = null
      const opening: State = (code) => {
        if (code === dollar && size < 3) {
          size++
          take(effects, code)
          return opening
        }
        return size > 2 || (size === 1 && (isSpace(code) || code === null)) ? nok(code) : inside(code)
      }
      const inside: State = (code) => {
        if (code === null) return atEnd(code)
        if (code === dollar && size === 1 && isSpace(before)) return nok(code)
        before = code
        take(effects, code)
        if (code === dollar) return size === 1 ? closed : second
        return code === backslash ? escaped : inside
      }
      const escaped: State = (code) => {
        if (code === null) return atEnd(code)
        before = code
        take(effects, code)
        return inside
      }
      const second: State = (code) => {
        if (code !== dollar) return inside(code)
        take(effects, code)
        return closed
      }
      const closed: State = (code) => {
        if (code === dollar || (size === 1 && isDigit(code))) return nok(code)
        exit(effects, 'formulaText')
        return ok(code)
      }
      return (code) => {
        enter(effects, 'formulaText')
        return opening(code)
      }
    },
  }
}

/** `\(…\)` and `\[…\]`, which CommonMark would take for escaped brackets. */
function brackets(reading: Reading): Construct {
  return {
    name: 'formulaText',
    tokenize(effects, ok, nok) {
      const atEnd = whenCut(reading, this, effects, ok, nok)
      let opener: Code = null
      const opening: State = (code) => {
        if (code !== 40 && code !== 91) return nok(code)
        opener = code
        take(effects, code)
        return inside
      }
      const inside: State = (code) => {
        if (code === null) return atEnd(code)
        take(effects, code)
        return code === backslash ? escaped : inside
      }
      const escaped: State = (code) => {
        if (code === null) return atEnd(code)
        // A formula that opens in a formula: the first one was none. It also keeps the work linear.
        if (code === opener) return nok(code)
        take(effects, code)
        return code === (opener === 40 ? 41 : 93) ? closed : inside
      }
      const closed: State = (code) => {
        exit(effects, 'formulaText')
        return ok(code)
      }
      return (code) => {
        enter(effects, 'formulaText')
        take(effects, code)
        return opening
      }
    },
  }
}

type Context = ThisParameterType<Construct['tokenize']>

/** At the end of its lines a formula is none, unless the rest may still come and it looks like one already. */
function whenCut(
  { growing, source }: Reading,
  context: Context,
  effects: Effects,
  ok: State,
  nok: State,
): State {
  const start = context.now().offset
  return (code) => {
    if (!growing || source.slice(context.now().offset).trim() !== '') return nok(code)
    if (!looksLikeTeX.test(source.slice(start))) return nok(code)
    const token = exit(effects, 'formulaText')
    token.type = 'formulaOpenText'
    return ok(code)
  }
}
