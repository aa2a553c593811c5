import type { Nodes, Parents, RootContent } from 'mdast'

const isFlow = (parent: Parents) =>
  ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)

/**
 * A remark plugin: HTML in a message is shown as it was written, in a paragraph of its own where it stood as a
 * block. Only line breaks are taken for what they mean, because tables cannot be broken otherwise.
 */
export function htmlAsText() {
  return (tree: Nodes) => {
    if ('children' in tree) visit(tree)
  }
}

function visit(parent: Parents) {
  const children: RootContent[] = parent.children
  for (const [index, child] of children.entries()) {
    if (child.type === 'html') children[index] = shown(child.value, isFlow(parent))
    else if ('children' in child) visit(child)
  }
}

function shown(value: string, flow: boolean): RootContent {
  if (!flow && /^<br *\/?>$/i.test(value)) return { type: 'break' }
  if (!flow) return { type: 'text', value }
  // As children of the element, because the text of a paragraph would lose its indents.
  const text = { type: 'text' as const, value }
  const data = { hProperties: { className: ['source'] }, hChildren: [text] }
  return { type: 'paragraph', data, children: [text] }
}
