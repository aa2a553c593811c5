import type { Nodes } from 'hast'

/** The letters of an element, and of those in it. */
export const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
