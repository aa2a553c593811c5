/** What a cell of a table holds, in the terms of mdast, without what the page puts beside it. */
export type Inline =
  | { type: 'text' | 'inlineCode'; value: string }
  /** Its source, marks included. */
  | { type: 'formula'; value: string }
  | { type: 'break' }
  | { type: 'image'; url: string; alt: string; title?: string | undefined }
  /** `label` is the number that it shows. */
  | { type: 'footnoteReference'; identifier: string; label: string }
  | Link
  | Marked

export interface Link {
  type: 'link'
  url: string
  title?: string | undefined
  children: Inline[]
}

export interface Marked {
  type: 'strong' | 'emphasis' | 'delete'
  children: Inline[]
}

/** The words alone. */
export const wordsOf = (nodes: readonly Inline[]): string => nodes.map(wordsIn).join('')

function wordsIn(node: Inline): string {
  switch (node.type) {
    case 'break':
      return '\n'
    case 'image':
      return node.alt
    case 'footnoteReference':
      return `[${node.label}]`
    case 'text':
    case 'inlineCode':
    case 'formula':
      return node.value
    default:
      return wordsOf(node.children)
  }
}
