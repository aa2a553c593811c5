import type { Nodes, Parents } from 'mdast'
import { columnOf, startOf } from './certainty'
import { lineStart } from './lineShapes'

/**
 * What the end of a text that is still being written is shown as, so that nothing changes its shape as it goes on:
 * emphasis and code as if they were closed, a link as its words, the head of a table as a table; and marks that may be
 * anything not before they are decided.
 */

/** A last line that has not said yet what it is: a rule, an underline, a marker, a task, a fence, a delimiter row. */
const undecided =
  /(?<=^|[\r\n])[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:[-+*=_#|:`~ \t]*|\d{1,9}[.)]?|(?:`{3,}|~{3,})[^`\r\n]*|\[[ xX]?\]?[ \t]*)$/
/** The first or last letter of a mark, at the very end. */
const marks =
  /(?:[*_~`]+|(?<![^\s([{])\${1,2}|(?<!\S)!\[?|\[(?:!\[?|\d{0,3}\]?)|\[\^[^\s\]]*\]?|(?<=(?:^|[^\\])(?:\\\\)*)\\(?:[([]|\r?\n[ \t>]*)?)$/
/** What may be a letter that is written as its name, a tag, or an address in angles that has not begun. */
const named =
  /(?:(?<![\p{L}\p{N}])&\w{0,8}|&(?:#\w{0,6})?|<(?:\/|\/?[a-z][\w.+-]*(?:[:@](?!\/\/[^\s<>])[^\s<>]*)?|br ?\/?)?)$/iu
/** What may be a definition at the beginning of a line, up to its end. */
const definition = /^[ >]{0,3}\[[^\]\r\n]+\]:[ \t]*\S*(?:[ \t]+["'(][^\r\n]*)?$/
/** The label of what may be one: short, and of plain words. */
const definitionLabel = /^[ >]{0,3}\[[^\][()<>,;:!?\r\n]{1,40}\]?$/
/** A line behind which one may stand: it cannot interrupt a paragraph. */
const aboveDefinition = /^[ \t>]*(?:$|#{1,6}[ \t]|\[[^\]]*\]:)/
/** A line that makes a table of the line before, more likely than a list or a heading. */
const delimiters = /(?:\r\n|[\r\n])[ \t]*(?:\|[ \t]*:?-|:?-{2,}|:-|:?-:?\|)[-:| \t]*$/
/** So far from its opening nothing is closed any more. */
const reach = 400
const linkReach = 80

export function withoutUndecided(text: string): string {
  const from = lineStart(text)
  const line = text.slice(from)
  if (line.length > reach) return withoutMarks(text)
  const isDefinition =
    definition.test(line) || (definitionLabel.test(line) && aboveDefinition.test(lineAbove(text, from)))
  return withoutMarks(text.slice(0, from) + (isDefinition ? '' : line.replace(undecided, '')))
}

function lineAbove(text: string, line: number): string {
  const above = text.slice(0, line).replace(/(?:\r\n|[\r\n])$/, '')
  return above.slice(lineStart(above))
}

function withoutMarks(text: string): string {
  const from = Math.max(0, text.length - linkReach)
  let held = text.slice(from)
  for (let before = ''; before !== held;) {
    before = held
    held = held.replace(marks, '').replace(named, '')
  }
  return text.slice(0, from) + held
}

/**
 * The same text with what is open in it closed; undefined if nothing is.
 *
 * @param text without what is undecided
 * @param written all that is there
 */
export function closed(text: string, nodes: readonly Nodes[], written = text): string | undefined {
  const leaf = openLeaf(nodes)
  if (!leaf) return undefined
  const end = (leaf.children.at(-1)?.position ?? leaf.position)?.end.offset ?? 0
  if (!/^[ \t]*(?:\r\n|[\r\n])?[ \t>]*$/.test(text.slice(end))) return undefined
  const { cut, closing } = closingOf(lettersOf(leaf, end), text)
  const words = closing ? text.slice(0, cut).trimEnd() + closing : text.slice(0, cut)
  const table = leaf.type === 'paragraph' ? asTable(leaf, text, words, delimiters.test(written)) : undefined
  return table ?? (closing || cut < text.length ? words : undefined)
}

type Leaf = Extract<Parents, { type: 'paragraph' | 'heading' | 'tableCell' }>

function openLeaf(nodes: readonly Nodes[]): Leaf | undefined {
  const last = nodes.at(-1)
  if (!last || !('children' in last)) return undefined
  if (last.type === 'paragraph' || last.type === 'heading' || last.type === 'tableCell') return last
  return openLeaf(last.children)
}

interface Opening {
  at: number
  /** A bracket, or the marks that close it as well. */
  run: string
}

interface Letters {
  from: number
  to: number
  /** Whether a link follows. */
  isLinked?: boolean
}

/** Where plain letters stand: between all else. What GFM has found an address in has lost its place. */
function lettersOf({ position, children }: Leaf, end: number): Letters[] {
  const letters: Letters[] = []
  let from = position?.start.offset ?? end
  for (const node of children) {
    if (!node.position || (node.type === 'text' && !node.data?.formula)) continue
    letters.push({ from, to: startOf(node), isLinked: node.type.startsWith('link') })
    from = node.position.end.offset ?? end
  }
  return [...letters, { from, to: end }]
}

/** What is open in the letters, and where they are to be cut: an address is not shown before it is whole. */
function closingOf(letters: readonly Letters[], text: string): { cut: number; closing: string } {
  let open: Opening[] = []
  /** What stands before this place has been found to be no address. */
  let passed = lineStart(text)
  for (const { from, to, isLinked } of letters) {
    for (let at = from; at < to; at++) {
      const character = text[at]!
      if (character === '\\') at++
      else if (character === '[') open.push({ at, run: '[' })
      else if (character === ']') {
        const index = open.findLastIndex(isBracket)
        if (index < 0) continue
        const words = text.slice(0, at)
        const isLed = text[at + 1] === '('
        const isLink = isLed
          ? at >= passed && mayLead(text.slice(at + 1))
          : mayBeLink(words, open[index]!.at) && mayRefer(text.slice(at + 1))
        if (isLink) return { cut: at, closing: closingMarks(open, words, isLed) }
        if (isLed && at >= passed) passed = at + text.slice(at).search(/\s|$/)
        open.splice(index, 1)
      } else if (character === '<' && openAddress.test(text.slice(at)))
        return { cut: text.length, closing: `>${closingMarks(open.filter(isMark), text)}` }
      else if ('*_~`'.includes(character)) {
        let size = 1
        while (text[at + size] === character) size++
        const run = text.slice(at, at + size)
        if (text.length - at < reach && opens(run, text[at - 1] ?? ' ', text[at + size] ?? ' ')) {
          open.push({ at, run })
          if (character === '`') return codeOf(text, at, run, closingMarks(open, text))
        }
        at += size - 1
      }
    }
    // No link stands in another.
    if (isLinked) open = open.filter(isMark)
  }
  return { cut: text.length, closing: closingMarks(open, text) }
}

const isBracket = ({ run }: Opening) => run === '['
const isMark = ({ run }: Opening) => run !== '['

/** Of the brackets only the innermost is closed, and the one around a picture. */
function closingMarks(open: readonly Opening[], text: string, isLed = false): string {
  let closing = ''
  let mayHold = true
  for (const { at, run } of open.toReversed()) {
    if (run !== '[') closing += run
    else if (mayHold) {
      if (isLed || mayBeLink(text, at)) closing += ']()'
      mayHold = text[at - 1] === '!'
    }
  }
  return closing
}

/** Code with nothing in it yet is not shown; a tick at its end is kept apart from those that close it. */
function codeOf(text: string, at: number, run: string, closing: string): { cut: number; closing: string } {
  const code = text.slice(at + run.length).trimEnd()
  if (code === '') return { cut: at, closing: closing.slice(0, -run.length) }
  return { cut: text.length, closing: code.endsWith('`') ? ` ${closing}` : closing }
}

const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u

const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character)

/** Whether a run of marks opens something: not in the middle of a word, where it is more often a sign. */
function opens(run: string, before: string, after: string): boolean {
  if (run.startsWith('`')) return true
  if (run.length > 3 || (run.startsWith('~') && run.length !== 2) || /\s/.test(after)) return false
  if (isLetter(before) && !(run.startsWith('*') && spaceless.test(before))) return false
  return isLetter(after) || /[\s\p{P}]/u.test(before)
}

/** Whether the words behind a bracket may be those of a link, whose end has not come yet. */
function mayBeLink(words: string, at: number): boolean {
  const before = words[at - 1] ?? ' '
  const label = words.slice(at + 1)
  return (
    label.length < reach &&
    (!isLetter(before) || spaceless.test(before)) &&
    !/^(?:\s|\d+[,;]|![^[]|\^|[^()]*\))/.test(label)
  )
}

/** Whether the label of a reference may still come, or what follows it, behind the words of a link. */
const mayRefer = (behind: string) => /^(?:\[[^\][\r\n]*\]?)?$/.test(behind)

/** Whether an address may still come, or its title, or their end, behind the words of a link and on the same line. */
const mayLead = (behind: string) =>
  /^\([ \t]*(?:$|<[^<>\r\n]*(?:$|>(?:[ \t]+(?:["'(].*)?)?$)|[^\s<]\S*(?:[ \t]+(?:["'(].*)?)?$)/.test(behind)

/** An address in angles that goes on. */
const openAddress = /^<[a-z][a-z\d+.-]{1,31}:\/\/[^\s<>]+$/i

/** A bar with a letter close behind it: whether more bars follow, or words as they do not in a row, is not known yet. */
const undecidedBar = /^\|[^\s|][^|]{0,24}(?:\|[ \t]*)?$/
/** Bars around a term, as of a value without its sign: what follows is spaced otherwise, or is a sign. */
const barredTerm = /^\|[^\s|][^|]*(?<!\s)\|(?:[ \t]+[^\s|]|[=<>+^.,])/

/** The same with a line that makes a table of its head, if that is what the last line of a paragraph looks like. */
function asTable(leaf: Leaf, text: string, words: string, isMarked: boolean): string | undefined {
  const whole = words.trimEnd()
  const [line = '', above] = whole
    .slice(startOf(leaf))
    .split(/\r\n|[\r\n]/)
    .toReversed()
  const column = columnOf(leaf, text)
  const head = line.trimStart()
  if (above !== undefined && (above.includes('|') || line.length - head.length < column)) return undefined
  if (!head.startsWith('|') && !(isMarked && /(?<!\\)\|/.test(head))) return undefined
  if (/(?:^|[\r\n])[ \t]*>[^\r\n]*$/.test(text.slice(0, startOf(leaf)))) return undefined
  if (!isMarked && undecidedBar.test(head)) return whole.slice(0, -head.length)
  if (!isMarked && barredTerm.test(head)) return undefined
  const cells = head.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/)
  return `${whole}\n${' '.repeat(column)}|${' - |'.repeat(cells.length)}`
}
