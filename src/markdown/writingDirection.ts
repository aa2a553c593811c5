import type { Nodes } from 'hast'

const strong = /[\p{L}\p{Nl}]/u
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/**
 * The direction of a list, a quote or a table, by its first letter. `dir="auto"` cannot tell: it does not look
 * into paragraphs and cells that have a direction of their own.
 */
export function writingDirection(node: Nodes | undefined): 'ltr' | 'rtl' | undefined {
  return node && directionOf(firstLetter(node) ?? '')
}

/** The direction of words, by their first letter. */
export function directionOf(words: string): 'ltr' | 'rtl' | undefined {
  const letter = strong.exec(words)?.[0]
  if (!letter) return undefined
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}

function firstLetter(node: Nodes): string | undefined {
  if (node.type === 'text') return strong.exec(node.value)?.[0]
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const letter = firstLetter(child)
    if (letter) return letter
  }
  return undefined
}
