import { useSyncExternalStore } from 'react'

type Look = 'wrapped' | 'numbered'

/** How code is looked at, by all blocks of the page and as long as it is open. */
const looks: Record<Look, boolean> = { wrapped: false, numbered: false }
const listeners = new Set<() => void>()

function subscribe(listen: () => void) {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

export function useCodeLook(look: Look): [boolean, () => void] {
  const chosen = useSyncExternalStore(
    subscribe,
    () => looks[look],
    () => false,
  )
  const toggle = () => {
    looks[look] = !looks[look]
    for (const listen of listeners) listen()
  }
  return [chosen, toggle]
}
