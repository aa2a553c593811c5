import type { Message } from '../conversation/Message'
import type { Role } from '../protocol/wire'
import { t } from '../words/t'
import { gutterClass, rowClass } from './Row'
import { plainWords } from './plainWords'

const written = new WeakMap<Element, Message>()

/**
 * The inside of a message that is far from sight: its role, which is a heading as that of any message is, its words, and
 * nothing to press. Put there by hand, because a long thread has thousands of these and all that React could do for
 * them is hold them in memory.
 */
export function writeLightRow(article: Element, message: Message): void {
  if (written.get(article) === message) return
  written.set(article, message)
  const row = document.importNode(patternOf(message.role), true)
  row.lastElementChild!.textContent = plainWords(message)
  article.replaceChildren(row)
}

export const isLight = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.dataset['light'] !== undefined

/** The rows of a role differ in their words alone: a copy of the whole is as quick as one element made by itself. */
const patterns = new Map<Role, DocumentFragment>()

function patternOf(role: Role): DocumentFragment {
  const known = patterns.get(role)
  if (known) return known
  const pattern = document.createDocumentFragment()
  const heading = document.createElement('h2')
  heading.className = gutterClass(role)
  heading.textContent = t.roles.names[role]
  const body = document.createElement('div')
  body.className = `${rowClass} whitespace-pre-wrap [overflow-wrap:anywhere]`
  body.dataset['part'] = 'body'
  body.dir = 'auto'
  pattern.append(heading, body)
  patterns.set(role, pattern)
  return pattern
}
