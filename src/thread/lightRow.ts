import type { Message } from '../conversation/Message'
import type { Role } from '../protocol/wire'
import { messageClass, rowClass } from './Row'
import { plainWords } from './plainWords'

const written = new WeakMap<Element, Message>()

/**
 * The inside of a message that is far from sight: its words, and nothing to press. Put there by hand, because
 * a long thread has thousands of these and all that React could do for them is hold them in memory.
 */
export function writeLightRow(article: Element, message: Message): void {
  if (written.get(article) === message) return
  written.set(article, message)
  const body = document.createElement('div')
  body.className = `${rowClass} whitespace-pre-wrap [overflow-wrap:anywhere]`
  body.dataset['part'] = 'body'
  body.dir = 'auto'
  body.textContent = plainWords(message)
  article.replaceChildren(body)
}

/** Its role stands in the gutter as that of any message does, from `data-name`: one element less, ten thousand times. */
export const lightClass = (role: Role, first: boolean) =>
  `${messageClass(role, first)} ${gutter} ${role === 'assistant' ? 'before:text-accent' : 'before:text-faint'}`

const gutter =
  'before:content-[attr(data-name)] before:pt-1 before:text-end before:text-small phone:before:block phone:before:pb-0.5 phone:before:text-start'
