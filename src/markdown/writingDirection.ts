import type { Nodes } from 'hast'

const strong = /[\p{L}\p{Nl}]/u
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/**
 * The direction of a list, a quote or a table, by its first letter. `dir="auto"` cannot tell: it does not look
 * into paragraphs and cells that have a direction of their own.
 */
export function writingDirection(node: Nodes | undefined): 'ltr' | 'rtl' | undefined {
  const letter = node && firstLetter(node)
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
