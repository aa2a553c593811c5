import type { KeyboardEvent } from 'react'

/**
 * Whether a key asks for the end of the thread: End, or Cmd and the arrow on a Mac. Not where something in the thread
 * takes it for itself, be it a field, a list, or a box that scrolls.
 */
export function asksForEnd(event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey, metaKey, ctrlKey, target, currentTarget: box } = event
  const isEnd = key === 'End' ? !metaKey : key === 'ArrowDown' && metaKey && !ctrlKey
  if (!isEnd || shiftKey || altKey || event.isDefaultPrevented()) return false
  if (!(target instanceof Element) || !box.contains(target)) return false
  if (target.closest('input, textarea, select, dialog, [popover]')) return false
  for (let inside = target; inside !== box; inside = inside.parentElement!) if (scrolls(inside)) return false
  return true
}

function scrolls(element: Element): boolean {
  if (element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight) return false
  const { overflowX, overflowY } = getComputedStyle(element)
  return [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll')
}
