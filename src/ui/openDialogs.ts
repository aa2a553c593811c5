import { useSyncExternalStore } from 'react'

/** The dialogs that are open, the topmost last. */
let open: readonly HTMLDialogElement[] = []
const listeners = new Set<() => void>()

function set(next: readonly HTMLDialogElement[]) {
  open = next
  for (const listen of listeners) listen()
}

/** Gives what says that it is open no more. */
export function dialogOpened(dialog: HTMLDialogElement): () => void {
  set([...open, dialog])
  return () => set(open.filter((one) => one !== dialog))
}

function subscribe(listen: () => void) {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** The topmost of the open dialogs: nothing beside it can be reached, and nothing beside it is read out. */
export const useTopDialog = () => useSyncExternalStore(subscribe, () => open.at(-1))
