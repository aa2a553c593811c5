import type { Element, Root } from 'hast'

const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr th td section'.split(' '),
)

/**
 * A rehype plugin: the mark of a text that is still being written, behind its last letter.
 *
 * @param options.inside whether that stands in emphasis which is still open
 */
export function withCaret({ inside }: { inside: boolean }) {
  return (tree: Root) => {
    let home: Root | Element = tree
    for (;;) {
      const last: Root['children'][number] | undefined =
        cellOf(home) ?? home.children.findLast((child) => child.type !== 'text' || child.value.trim() !== '')
      if (last?.type !== 'element') break
      if (!blocks.has(last.tagName) && !(inside && /^(?:em|strong)$/.test(last.tagName))) break
      // Code within a line is no place to go into; code that is a block is.
      if (last.tagName === 'code' && !(home.type === 'element' && home.tagName === 'pre')) break
      home = last
    }
    home.children.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['caret'], ariaHidden: 'true' },
      children: [],
    })
  }
}

/** Of a row, which has all its cells from the beginning: the one that is being written. */
function cellOf(home: Root | Element): Element | undefined {
  if (home.type !== 'element' || home.tagName !== 'tr') return undefined
  const cells = home.children.filter((child) => child.type === 'element')
  return cells.findLast(({ children }) => children.length > 0) ?? cells[0]
}
