import { useEffect } from 'react'
import type { ConversationId } from '../conversation/Message'
import { treeOf } from '../state/conversations'
import { inspectorOpened, panelOpened } from '../state/panels'
import { goTo, openConversationId } from '../state/route'
import { stopRun } from '../state/runs'
import { searchAsked } from '../state/searching'
import { isComposing } from '../ui/isComposing'

/** Keys that work everywhere on the page. What is open over it takes Escape first. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return
      const over = document.querySelectorAll('dialog[open], :popover-open')
      const covered = over.length > 0
      const id = openConversationId()
      if (event.key === 'Escape' && id !== null && !covered) stopRun(id)
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select')
      const command = event.metaKey || event.ctrlKey
      const key = event.key.toLowerCase()
      if (command && !typing && !covered && (key === 'z' || key === 'y')) {
        event.preventDefault()
        const way = key === 'y' || event.shiftKey ? 'redo' : 'undo'
        if (id !== null) stepBy(way, id)
        // A list from which everything was removed has no line to take the key.
        else if (way === 'undo') void import('../library/acts').then(({ lastUndone }) => lastUndone())
      }
      // With Alt and an arrow a list to choose from is opened.
      const chooses = covered || event.target instanceof HTMLSelectElement
      if (event.altKey && !command && !chooses && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault()
        goToMessage(event.key === 'ArrowUp' ? -1 : 1)
      }
      // To save a page of a conversation is to keep what it says: sharing does that.
      if (command && !event.altKey && key === 's' && id !== null && treeOf(id)) {
        event.preventDefault()
        if (!covered) panelOpened('share')
      }
      // Where the list lies over the page, the field does as well.
      const canSearch = over.length < 2 && over[0]?.querySelector('search') !== null
      if (command && !event.altKey && canSearch && key === (event.shiftKey ? 'f' : 'k')) {
        event.preventDefault()
        searchAsked()
      }
      if (command && !event.altKey && !event.shiftKey && !covered && key === 'i') inspect(event)
      if (command && event.shiftKey && key === 'o') {
        event.preventDefault()
        goTo(null)
        document.getElementById('composer')?.focus()
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** The record of the reply that has the focus, or of the last one. */
function inspect(event: KeyboardEvent): void {
  const here = document.activeElement?.closest('article[data-role=assistant]')
  const replies = document.querySelectorAll<HTMLElement>('article[data-role=assistant]')
  const { message } = (here instanceof HTMLElement ? here : [...replies].at(-1))?.dataset ?? {}
  if (message === undefined) return
  event.preventDefault()
  inspectorOpened(message)
}

/** History is there as soon as anything has been done that could be taken back. */
function stepBy(way: 'undo' | 'redo', id: ConversationId) {
  void import('../state/history').then((history) => history[way](id))
}

/** From message to message with the keyboard; from outside the thread, to its last one. */
function goToMessage(by: -1 | 1): void {
  const messages = [...document.querySelectorAll<HTMLElement>('article[data-message]')]
  const at = messages.findIndex((message) => message.contains(document.activeElement))
  const next = at < 0 ? messages.at(-1) : messages[at + by]
  if (next) next.focus()
  else if (by > 0) document.getElementById('composer')?.focus()
}
