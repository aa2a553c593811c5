/** So many frames it is waited for. */
const patience = 60

/**
 * Gives the focus to an element that is about to come. What a long list brings into sight is hidden, and takes no focus,
 * until the list has measured it. Gives what gives up.
 */
export function focusWhenShown(find: () => HTMLElement | null | undefined): () => void {
  let frame = 0
  let left = patience
  const take = () => {
    const element = find()
    element?.focus({ preventScroll: true })
    if ((!element || document.activeElement !== element) && left-- > 0) frame = requestAnimationFrame(take)
  }
  take()
  return () => cancelAnimationFrame(frame)
}
