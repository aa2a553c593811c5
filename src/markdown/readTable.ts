import type { Inline } from './Inline'
import type { TableCells } from './tableTexts'

/** Reads a table from the page, where all its parts are together, without what the page has put beside its words. */
export function readTable(table: HTMLTableElement): TableCells {
  const rows = Array.from(table.rows, ({ cells }) => Array.from(cells, contentOf))
  const alignments = Array.from(table.rows[0]?.cells ?? [], (cell) => cell.dataset['align'] ?? '')
  return { rows, alignments }
}

function contentOf(parent: Node): Inline[] {
  const found: Inline[] = []
  for (const child of parent.childNodes) {
    if (!(child instanceof Text)) found.push(...inElement(child))
    // Behind a break the parser puts the line end that it stands for.
    else if (found.at(-1)?.type !== 'break') found.push({ type: 'text', value: child.data })
    else found.push({ type: 'text', value: child.data.replace(/^\n/, '') })
  }
  return found
}

const marks = { STRONG: 'strong', EM: 'emphasis', DEL: 'delete' } as const
const isMark = (tag: string): tag is keyof typeof marks => tag in marks

function inElement(element: Node): Inline[] {
  if (!(element instanceof HTMLElement)) return []
  const { tagName, title } = element
  const { alt, source } = element.dataset
  if (alt !== undefined)
    return source ? [{ type: 'image', url: source, alt }] : [{ type: 'text', value: alt }]
  if (element instanceof HTMLImageElement)
    return [{ type: 'image', url: element.getAttribute('src') ?? '', alt: element.alt, title }]
  if (element.matches('.formula')) return [{ type: 'formula', value: formulaOf(element) }]
  if (element.matches('button, .caret, .link-host')) return []
  if (tagName === 'BR') return [{ type: 'break' }]
  if (tagName === 'CODE') return [{ type: 'inlineCode', value: element.textContent }]
  if (isMark(tagName)) return [{ type: marks[tagName], children: contentOf(element) }]
  const url = element.getAttribute('href')
  return url === null ? contentOf(element) : [linkOf(element, url)]
}

/** The source of a formula: behind it, or in its place with what draws it on request. */
const formulaOf = (formula: HTMLElement) =>
  (formula.querySelector(':scope > .formula-source') ?? formula.firstChild)?.textContent ?? ''

function linkOf(element: HTMLElement, url: string): Inline {
  if (element.parentElement?.tagName === 'SUP') {
    const label = element.textContent
    return { type: 'footnoteReference', identifier: /-fn-([\w-]+)$/.exec(url)?.[1] ?? label, label }
  }
  // Behind the title that was written, the page says the address.
  const title = url.startsWith('#') ? element.title : element.title.slice(0, -url.length).trimEnd()
  return { type: 'link', url, title, children: contentOf(element) }
}
