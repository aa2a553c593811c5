import type { Element, Properties, Root } from 'hast'
import { writingDirection } from './writingDirection'

/** A heading in a message ranks below those of the page. */
const headings: Record<string, { tagName: string; level: string }> = {
  h1: { tagName: 'h3', level: '1' },
  h2: { tagName: 'h4', level: '2' },
  h3: { tagName: 'h5', level: '3' },
  h4: { tagName: 'h6', level: '4' },
  h5: { tagName: 'h6', level: '4' },
  h6: { tagName: 'h6', level: '4' },
}

/**
 * A rehype plugin: elements as the page shows them. What is only another name or attribute is said here, and not by a
 * component: a message has thousands of them, and each would be rendered, and would hold on to what was read.
 *
 * @param options.prefix keeps the ids of this message apart from those of others
 */
export function asShown({ prefix }: { prefix: string }) {
  return (tree: Root) => adapt(tree, prefix)
}

function adapt(parent: Root | Element, prefix: string) {
  for (const child of parent.children) {
    // What is in a block of code is read by its component.
    if (child.type !== 'element' || child.tagName === 'pre') continue
    adapt(child, prefix)
    const heading = headings[child.tagName]
    if (!heading) child.properties = adapted(child)
    // The heading of the footnotes, which no message wrote: heard, not seen.
    else if (child.properties['id'] !== undefined)
      child.properties = { ...child.properties, id: `${prefix}${child.properties['id']}` }
    else child.properties = { dir: 'auto', dataLevel: heading.level }
    if (heading) child.tagName = heading.tagName
  }
}

function adapted(element: Element): Properties {
  const { tagName, properties } = element
  switch (tagName) {
    case 'p':
      return { dir: 'auto', ...properties }
    case 'ul':
    case 'ol':
    case 'blockquote':
    case 'table':
      return { dir: writingDirection(element), ...properties }
    case 'th':
    case 'td':
      return { dir: 'auto', dataAlign: properties['align'] }
    case 'code':
      return { dir: 'ltr' }
    default:
      return properties
  }
}
