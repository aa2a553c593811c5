import { useEffect } from 'react'
import { goTo, openConversationId } from '../state/route'
import { stopRun } from '../state/startRun'

/** Keys that work everywhere on the page. What is open over it takes Escape first. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.key === 'Escape') {
        const id = openConversationId()
        if (id !== null && !document.querySelector('dialog[open], :popover-open')) stopRun(id)
      }
      if (event.key.toLowerCase() === 'o' && event.shiftKey && (event.metaKey || event.ctrlKey)) {
        event.preventDefault()
        goTo(null)
        document.getElementById('composer')?.focus()
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
