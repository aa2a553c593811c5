import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import { usePath, useTree } from '../state/conversations'
import { useIsRunning } from '../state/runs'
import { useTopDialog } from '../ui/openDialogs'
import { focusMessage } from './focusMessage'

/** What had the focus in the thread, and where its message stood. */
interface Held {
  element: HTMLElement
  conversation: ConversationId | null
  message: MessageId
  place: number
}

/**
 * The focus stays in the thread when what had it goes: an answer that is asked for again, a message that is removed,
 * a step that is taken back, a button that cannot be pressed while a reply is written, or what a dialog was opened from
 * and would give it back to.
 */
export function useKeptFocus(id: ConversationId | null): void {
  const path = usePath(id)
  const tree = useTree(id)
  const running = useIsRunning(id)
  const dialog = useTopDialog()
  const held = useRef<Held>(undefined)

  const onFocus = useEffectEvent(({ target }: FocusEvent) => {
    if (isAside()) return
    const article = target instanceof HTMLElement && target.closest<HTMLElement>('article[data-message]')
    const message = article ? article.dataset['message'] : undefined
    held.current =
      article && message
        ? { element: target, conversation: id, message, place: path.findIndex((one) => one.id === message) }
        : undefined
  })
  // A key may be pressed as soon as the thread is seen, which is sooner than effects that wait for it.
  useLayoutEffect(() => {
    const focused = (event: FocusEvent) => onFocus(event)
    // Who has clicked beside everything wants the focus nowhere. A node on its way out is known a moment later.
    const left = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        const element = held.current?.element
        if (
          element === target &&
          element &&
          canTake(element) &&
          document.activeElement !== element &&
          !isAside()
        )
          held.current = undefined
      })
    document.addEventListener('focusin', focused)
    document.addEventListener('focusout', left)
    return () => {
      document.removeEventListener('focusin', focused)
      document.removeEventListener('focusout', left)
    }
  }, [])

  useEffect(() => {
    const from = held.current
    if (!from || !isLost() || (id !== null && !tree)) return undefined
    // What is asked for at the end of a long thread may not be drawn yet.
    const frame = requestAnimationFrame(() => {
      if (!isLost()) return
      const next = nextFor(from, id, path)
      if (canTake(from.element)) from.element.focus({ preventScroll: true })
      else if (next) focusMessage(next.id)
      else document.getElementById('composer')?.focus()
    })
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a run disables buttons when it begins
  }, [id, path, tree, running, dialog])
}

/** Whether a dialog has the focus, which it gives back. */
const isAside = () => Boolean(document.activeElement?.closest('dialog'))

const canTake = (element: HTMLElement) => element.isConnected && !element.matches(':disabled')

/** Whether nothing on the page has the focus, or something that is about to lose it. */
function isLost(): boolean {
  const { activeElement: active } = document
  if (document.querySelector('dialog[open]')) return false
  return !active || active === document.body || active.matches(':disabled')
}

/** The same message, else the one in its place; in another conversation the last. */
function nextFor(from: Held, id: ConversationId | null, path: readonly Message[]): Message | undefined {
  const same = from.conversation === id
  return (
    (same ? (path.find((message) => message.id === from.message) ?? path[from.place]) : undefined) ??
    path.at(-1)
  )
}
