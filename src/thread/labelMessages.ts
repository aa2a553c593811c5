import { type Role, roles } from '../protocol/wire'
import { t } from '../words/rooms'

/**
 * Names messages by role, place and choice. `before` is how many stand above them, `count` how many there are in all: with each
 * new one the names of all change, which is why they are written by hand and not by rendering thousands of rows.
 */
export function labelMessages(group: Element, before: number, count: number): void {
  let place = before
  for (const article of group.children) {
    if (!(article instanceof HTMLElement) || !article.dataset['message']) continue
    const role = roles.find((role) => role === article.dataset['role']) ?? ('user' satisfies Role)
    const [choice, choices] = (article.dataset['choice'] ?? '').split('/').map(Number)
    const name = t.message.label(t.roles.names[role], ++place, count)
    const chosen = choice && choices ? t.message.labelChoice(name, choice, choices) : name
    const label = article.dataset['muted'] === undefined ? chosen : t.message.labelMuted(chosen)
    if (article.getAttribute('aria-label') !== label) article.setAttribute('aria-label', label)
  }
}
