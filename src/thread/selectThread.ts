import type { KeyboardEvent } from 'react'

/** *Select all* by key, in the thread: all of it, and nothing of the panes beside it. */
export function selectThread(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (!command || key.toLowerCase() !== 'a' || event.defaultPrevented || !(target instanceof Element)) return
  // A field has a selection of its own; what lies over the page is here only for React.
  if (!currentTarget.contains(target) || target.closest('input, textarea, select')) return
  event.preventDefault()
  getSelection()?.selectAllChildren(currentTarget)
}
