import type { Nodes, Parents, PhrasingContent, Text } from 'mdast'
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
  /(?:[*_~`]+|(?<![^\s([{])\${1,2}|(?<!\S)!\[?|\[|\[\^[^\s\]]*\]?|(?<=(?:^|[^\\])(?:\\\\)*)\\[([]?)$/
/** What may be a definition at the beginning of a line, up to its end. */
const definition = /(?<=^|[\r\n])[ >]{0,3}\[[^\]\r\n]+\]:[ \t]*\S*$/
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
    held = held.replace(marks, '')
  }
  return text.slice(0, from) + held
}

/** The same text with what is open in it closed; undefined if nothing is. */
export function closed(text: string, nodes: readonly Nodes[]): string | undefined {
  const leaf = openLeaf(nodes)
  if (!leaf) return undefined
  const end = leaf.children.at(-1)?.position?.end.offset ?? 0
  if (!/^[ \t]*(?:\r\n|[\r\n])?[ \t>]*$/.test(text.slice(end))) return undefined
  const { cut, closing } = closingOf(leaf.children, text)
  const words = closing ? text.slice(0, cut).replace(/\s+$/, '') + closing : text.slice(0, cut)
  const row = leaf.type === 'paragraph' ? delimiterRow(leaf, text, words) : undefined
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

function closingOf(words: readonly PhrasingContent[], text: string): { cut: number; closing: string } {
  let open: Opening[] = []
  const closing = () =>
    open
      .map((opening) => opening.closing)
      .toReversed()
      .join('')
  const texts = words.filter((node): node is Text => node.type === 'text' && !node.data?.formula)
  for (const { position } of texts) {
    const end = position?.end.offset ?? 0
    for (let at = position?.start.offset ?? end; at < end; at++) {
      const character = text[at]!
      if (character === '\\') at++
      else if (character === '[') {
        if (mayBeLink(text.slice(at + 1))) open.push({ at, closing: ']()' })
      } else if (character === ']') {
        const from = open.findLastIndex((opening) => opening.closing === ']()')
        if (from >= 0 && mayLead(text.slice(at + 1))) return { cut: at, closing: closing() }
        if (from >= 0) open = open.filter((_, index) => index !== from)
      } else if ('*_~`'.includes(character)) {
        let size = 1
        while (text[at + size] === character) size++
        const run = text.slice(at, at + size)
        if (text.length - at < reach && opens(run, text[at - 1] ?? ' ', text[at + size] ?? ' ')) {
          open.push({ at, closing: run })
          if (character === '`') return { cut: text.length, closing: closing() }
        }
        at += size - 1
      }
    }
  }
  return { cut: text.length, closing: closing() }
}

const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u

/** Whether a run of marks opens something: not in the middle of a word, where it is more often a sign. */
function opens(run: string, before: string, after: string): boolean {
  if (run.startsWith('`')) return true
  if (run.length > 3 || (run.startsWith('~') && run.length !== 2) || /\s/.test(after)) return false
  if (/[\p{L}\p{N}]/u.test(before) && !(run.startsWith('*') && spaceless.test(before))) return false
  return /[\p{L}\p{N}]/u.test(after) || /[\s\p{P}]/u.test(before)
}

const mayBeLink = (label: string) =>
  label.length < linkReach * 3 &&
  !/^[^\]]*(?:[.!?)][ \r\n]|[)>]|\n)/.test(label) &&
  label.indexOf(']', 1) < linkReach

/** Whether an address may still come, or its end, behind the words of a link. */
const mayLead = (behind: string) =>
  /^(?:$|\[[^\]\r\n]*$|\((?:<[^<>\r\n]*|[^\s<]\S*|)$|\((?:<[^<>\r\n]*>|[^\s<]\S*)[ \t]+(?:["'(][^\r\n]*)?$)/.test(
    behind,
  )

/** The line that makes a table of its head, if that is what a paragraph looks like. */
function delimiterRow(leaf: Leaf, text: string, words: string): string | undefined {
  const line = words.slice(startOf(leaf)).trimEnd()
  if (
    !line.startsWith('|') ||
    /[\r\n]/.test(line) ||
    /(?:^|[\r\n])[ \t]*>[^\r\n]*$/.test(text.slice(0, startOf(leaf)))
  )
    return undefined
  const cells = line.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/)
  return `${' '.repeat(columnOf(leaf, text))}|${' - |'.repeat(cells.length)}`
}
