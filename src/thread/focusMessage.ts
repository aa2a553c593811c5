const all = () => [...document.querySelectorAll<HTMLElement>('article[data-message]')]

const articleOf = (id: string) =>
  document.querySelector<HTMLElement>(`article[data-message="${CSS.escape(id)}"]`)

/** Puts the focus on a message that is on screen. */
export const focusMessage = (id: string) => articleOf(id)?.focus()

/** Brings a message to the middle of the screen, and puts the focus on it. */
export function revealMessage(id: string): void {
  articleOf(id)?.scrollIntoView({ block: 'center' })
  articleOf(id)?.focus({ preventScroll: true })
}

/** The message that stands `by` places further down the path. */
export function neighbourOf(id: string, by: -1 | 1): HTMLElement | undefined {
  const messages = all()
  return messages[messages.findIndex((element) => element.dataset['message'] === id) + by]
}
