const all = () => [...document.querySelectorAll<HTMLElement>('article[data-message]')]

/** Puts the focus on a message that is on screen. */
export const focusMessage = (id: string) =>
  document.querySelector<HTMLElement>(`article[data-message="${CSS.escape(id)}"]`)?.focus()

/** The message that stands `by` places further down the path. */
export function neighbourOf(id: string, by: -1 | 1): HTMLElement | undefined {
  const messages = all()
  return messages[messages.findIndex((element) => element.dataset['message'] === id) + by]
}
