import type { Nodes, Parents } from 'mdast'
import { columnOf, startOf } from './certainty'

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
/** What may be a letter that is written as its name, a tag, or an address in angles. */
const named =
  /(?:(?<![\p{L}\p{N}])&\w{0,8}|&(?:#\w{0,6})?|<(?:\/|\/?[a-z][\w.+-]*(?:[:@][^\s<>]*)?|br ?\/?)?)$/iu
/** What may be a definition at the beginning of a line, up to its end. */
const definition = /(?<=^|[\r\n])[ >]{0,3}\[[^\]\r\n]+\]:[ \t]*\S*(?:[ \t]+["'(][^\r\n]*)?$/
/** A line that makes a table of the line before, more likely than a list or a heading. */
const delimiters = /(?:\r\n|[\r\n])[ \t]*(?:\||:?-{2,}|:-|:?-:?[ \t]*\|)[-:| \t]*$/
/** So far from its opening nothing is closed any more. */
const reach = 400
const linkReach = 80

export function withoutUndecided(text: string): string {
  const line = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1
  if (text.length - line > reach) return withoutMarks(text)
  return withoutMarks(text.slice(0, line) + text.slice(line).replace(definition, '').replace(undecided, ''))
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
  const words = closing ? text.slice(0, cut).replace(/\s+$/, '') + closing : text.slice(0, cut)
  const row =
    leaf.type === 'paragraph' ? delimiterRow(leaf, text, words, delimiters.test(written)) : undefined
  if (row) return `${words.trimEnd()}\n${row}`
  return closing || cut < text.length ? words : undefined
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
  closing: string
}

/** Where plain letters stand: between all else. What GFM has found an address in has lost its place. */
function lettersOf({ position, children }: Leaf, end: number): [from: number, to: number][] {
  const letters: [number, number][] = []
  let from = position?.start.offset ?? end
  for (const node of children) {
    if (!node.position || (node.type === 'text' && !node.data?.formula)) continue
    letters.push([from, startOf(node)])
    from = node.position.end.offset ?? end
  }
  return [...letters, [from, end]]
}

function closingOf(
  letters: readonly [from: number, to: number][],
  text: string,
): { cut: number; closing: string } {
  let open: Opening[] = []
  const closing = () =>
    open
      .map((opening) => opening.closing)
      .toReversed()
      .join('')
  for (const [from, end] of letters) {
    for (let at = from; at < end; at++) {
      const character = text[at]!
      if (character === '\\') at++
      else if (character === '[') {
        if (mayBeLink(text.slice(at + 1), text[at - 1] ?? ' ')) open.push({ at, closing: ']()' })
      } else if (character === ']') {
        const index = open.findLastIndex((opening) => opening.closing === ']()')
        if (index >= 0 && mayLead(text.slice(at + 1))) return { cut: at, closing: closing() }
        if (index >= 0) open = open.toSpliced(index, 1)
      } else if ('*_~`'.includes(character)) {
        let size = 1
        while (text[at + size] === character) size++
        const run = text.slice(at, at + size)
        if (text.length - at < reach && opens(run, text[at - 1] ?? ' ', text[at + size] ?? ' ')) {
          open.push({ at, closing: run })
          if (character === '`') return codeOf(text, at, run, closing())
        }
        at += size - 1
      }
    }
  }
  return { cut: text.length, closing: closing() }
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

const mayBeLink = (label: string, before: string) =>
  label.length < linkReach * 3 &&
  (!isLetter(before) || spaceless.test(before) || label.includes('](')) &&
  !/^(?:\d+[,;]|![^[])/.test(label) &&
  !/^[^\]]*(?:[.!?)][ \r\n]|[)>]|\n)/.test(label) &&
  label.indexOf(']', 1) < linkReach

/** Whether an address may still come, or its end, behind the words of a link. */
const mayLead = (behind: string) =>
  /^(?:$|\[[^\]\r\n]*$|\((?:<[^<>\r\n]*>?|[^\s<]\S*|)$|\((?:<[^<>\r\n]*>|[^\s<]\S*)[ \t]+(?:["'(][^\r\n]*)?$)/.test(
    behind,
  )

/** The line that makes a table of its head, if that is what the last line of a paragraph looks like. */
function delimiterRow(leaf: Leaf, text: string, words: string, isMarked: boolean): string | undefined {
  const [line = '', above] = words
    .slice(startOf(leaf))
    .trimEnd()
    .split(/\r\n|[\r\n]/)
    .toReversed()
  const column = columnOf(leaf, text)
  const head = line.trimStart()
  if (above !== undefined && (above.includes('|') || line.length - head.length < column)) return undefined
  if (!head.startsWith('|') && !(isMarked && /(?<!\\)\|/.test(head))) return undefined
  if (/(?:^|[\r\n])[ \t]*>[^\r\n]*$/.test(text.slice(0, startOf(leaf)))) return undefined
  const cells = head.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/)
  return `${' '.repeat(column)}|${' - |'.repeat(cells.length)}`
}
