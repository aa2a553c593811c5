const all = () => [...document.querySelectorAll<HTMLElement>('article[data-message]')]

export const articleOf = (id: string) =>
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

/** Whether the reader has begun or ended a selection in there. */
export function holdsSelection(element: Element): boolean {
  const selection = getSelection()
  return Boolean(
    selection &&
    !selection.isCollapsed &&
    (element.contains(selection.anchorNode) || element.contains(selection.focusNode)),
  )
}

const opened = '[data-part=reasoning]:not([hidden]), [data-part=details], [data-part=logprobs]'

/** Whether a message is being written, or something in it is open, has the focus or is selected. */
export const isInUse = (article: Element) =>
  article.contains(document.activeElement) ||
  article.matches('[aria-busy]') ||
  article.querySelector(`form, textarea, ${opened}`) !== null ||
  holdsSelection(article)
