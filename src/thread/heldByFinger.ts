/** Whether a finger rests on an element: what is under it is not moved. `onLeave` is called when the last one has gone. */
export function heldByFinger(element: HTMLElement, signal: AbortSignal, onLeave: () => void) {
  const options = { signal, passive: true }
  let isHeld = false
  const leave = (event: Event) => {
    const touches = event instanceof TouchEvent ? Array.from(event.touches) : []
    isHeld = touches.some(({ target }) => target instanceof Node && element.contains(target))
    if (!isHeld) onLeave()
  }
  const begin = ({ target }: TouchEvent) => {
    isHeld = true
    // An answer is rewritten as it grows: what the finger was put on may be gone by then, and hears of it all the same.
    target?.addEventListener('touchend', leave, options)
    target?.addEventListener('touchcancel', leave, options)
  }
  element.addEventListener('touchstart', begin, options)
  return {
    isHeld: () => isHeld,
    /** The box has been sent elsewhere, whatever the finger does. */
    forget: () => {
      isHeld = false
    },
  }
}
