import type { Nodes, PhrasingContent } from 'mdast'
import { startOf } from './certainty'

/** Marks that may turn what follows them, however far, into something else. Where they are paired they are no text. */
const restless = '`$'
const plainBefore = /[\p{L}\p{N}.,;:!?)\]"'’”%…—–]/u
const letter = /\p{L}/u

/** Words that, cut off, may be a definition; and lines that may be a formula as soon as they go on. */
const risky = /^\s*\[[^]*\]:|(?:^|[\r\n])[ \t>]*(?:\$\$|\\\[)/
/** Whether words from the beginning of a paragraph may be something else by themselves. */
export const isRisky = (words: string) => risky.test(words)

/**
 * The last space in a paragraph behind which the rest can be read by itself: nothing is open there, so that nothing
 * can close behind it, and what follows can only be words. Its offset in the source, if there is one.
 */
export function lastNeutralSpace(words: readonly PhrasingContent[], source: string): number | undefined {
  let best: number | undefined
  let depth = 0
  for (const node of words) {
    if (node.type !== 'text') {
      if (!isSettled(node, source)) return best
      continue
    }
    const end = node.position?.end.offset
    if (end === undefined) {
      if (/[*_~`<$[\]\\]/.test(node.value)) return best
      continue
    }
    for (let at = startOf(node); at < end; at++) {
      const character = source[at]!
      if (character === '[') depth++
      else if (character === ']' && mayLead(source.slice(at, at + 300))) return best
      else if (character === ']') depth--
      else if (character === '\\' && !/[([]/.test(source[at + 1] ?? '(')) at++
      else if (isOpening(source, at)) return best
      else if (depth === 0 && character === ' ' && isPlainGap(source, at, node)) best = at
      else if (depth === 0 && isSentenceEnd(source, at)) best = at
      if (depth < 0) return best
    }
  }
  return best
}

/** What begins no block, wherever it stands. */
const beginsWords = /^(?:["'({]|[*_$`]?\p{L})/u

/** The last space between words, whatever is open there. */
export function lastSpace(words: readonly PhrasingContent[], source: string): number | undefined {
  for (const node of words.toReversed()) {
    const end = node.type === 'text' ? node.position?.end.offset : undefined
    for (let at = (end ?? 0) - 1; at > startOf(node); at--)
      if (
        source[at] === ' ' &&
        /[^ \\]/.test(source[at - 1]!) &&
        beginsWords.test(source.slice(at + 1, at + 5))
      )
        return at
  }
  return undefined
}

/** Whether a bracket closes what may be a link as soon as its address and its title are whole: these may have spaces. */
const mayLead = (behind: string) => /^\]\((?!\s*[^\s<]\S*\s+[^\s"'()])/.test(behind)

/** Whether a mark that is text so far may open something. */
function isOpening(source: string, at: number): boolean {
  const character = source[at]!
  if (restless.includes(character) || character === '\\') return true
  const next = source[at + 1] ?? 'x'
  if (character === '<') return /[a-z/!?]/i.test(next)
  if (!'*_~'.includes(character)) return false
  if (character === '_' && /[\p{L}\p{N}]/u.test(source[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(next))
    return false
  return !/\s/.test(next)
}

/** Where words are written without spaces: the last mark of a sentence, and no address that it may be a part of. */
function isSentenceEnd(source: string, at: number): boolean {
  if (!glues(source[at]!) || !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(source[at + 1] ?? ''))
    return false
  return (
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(source.slice(Math.max(0, at - 2), at)) &&
    !/[/@.:][^\s]*$/.test(source.slice(Math.max(0, at - 200), at))
  )
}

/** Whether words that end like this are followed by others without a space. */
export const glues = (words: string) => /[。！？；，、]$/.test(words)

function isPlainGap(source: string, at: number, node: Nodes): boolean {
  if (glues(source[at - 1] ?? '')) return false
  const behindNode = at === startOf(node) && at > 0 && !/\s/.test(source[at - 1]!)
  return letter.test(source[at + 1] ?? '') && (behindNode || plainBefore.test(source[at - 1] ?? ''))
}

/** Whether what is closed stays so: brackets and ticks in it may belong with others behind it. */
function isSettled(node: PhrasingContent, source: string): boolean {
  if (!('children' in node)) return node.type !== 'text' || node.position !== undefined
  let depth = 0
  for (const child of node.children) {
    if (child.type !== 'text') {
      if (!isSettled(child, source)) return false
      continue
    }
    const raw = source.slice(startOf(child), child.position?.end.offset ?? startOf(child))
    if (raw.includes('](')) return false
    for (const character of raw.replace(/\\./g, '')) {
      if (restless.includes(character) || character === '<' || character === '\\') return false
      if (character === '[') depth++
      if (character === ']' && --depth < 0) return false
    }
  }
  return depth === 0
}
