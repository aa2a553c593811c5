import type { TableTexts } from './tableTexts'

type Form = 'text' | 'markdown'

/** Reads a table from the page, where all its parts are together, as plain text or as Markdown. */
export function readTable(table: HTMLTableElement, form: Form): TableTexts {
  const rows = Array.from(table.rows, ({ cells }) => Array.from(cells, (cell) => wordsIn(cell, form).trim()))
  const alignments = Array.from(table.rows[0]?.cells ?? [], (cell) => cell.dataset['align'] ?? '')
  return { rows, alignments }
}

const wordsIn = (node: Node, form: Form) =>
  Array.from(node.childNodes, (child) => wordsOf(child, form)).join('')

const marks: Record<string, string> = { STRONG: '**', EM: '*', DEL: '~~' }

function wordsOf(node: Node, form: Form): string {
  if (!(node instanceof HTMLElement)) {
    const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''
    return form === 'text' ? text : text.replace(/[\\`*_[\]<~$]/g, '\\$&')
  }
  const source = node.querySelector(':scope > .formula-source')
  if (source) return source.textContent
  if (node.tagName === 'BR') return form === 'text' ? '\n' : '<br>'
  if (node.matches('.caret')) return ''
  return form === 'text' ? textOf(node) : markdownOf(node)
}

const textOf = (element: HTMLElement) =>
  element instanceof HTMLImageElement ? element.alt : wordsIn(element, 'text')

function markdownOf(element: HTMLElement): string {
  if (element.matches('.formula')) return element.textContent
  if (element instanceof HTMLImageElement) return `![${element.alt}](${element.src})`
  if (element.tagName === 'CODE') return fenced(element.textContent)
  const words = wordsIn(element, 'markdown')
  if (element.matches('a[href]:not([href^="#"])')) return `[${words}](<${element.getAttribute('href')}>)`
  const mark = marks[element.tagName] ?? ''
  return words && mark + words + mark
}

/** Code that holds backticks stands in more of them. */
function fenced(code: string): string {
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  const space = /^`|`$|^ .* $/.test(code) ? ' ' : ''
  return marks + space + code + space + marks
}
