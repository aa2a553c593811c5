import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'

/** The folders of which the list shows only the name, in every tab. */
const closed = createStore<ReadonlySet<string>>()(readClosed)

function readClosed(): ReadonlySet<string> {
  const kept = loadLocal('closed-folders')
  return new Set(Array.isArray(kept) ? kept.filter((folder) => typeof folder === 'string') : [])
}

onLocalChange('closed-folders', () => closed.setState(readClosed(), true))

export const useClosedFolders = () => useStore(closed)

/** Opens or closes a folder. Where the browser does not keep it, it holds until the page goes. */
export function folderToggled(folder: string, isOpen: boolean): void {
  const others = [...closed.getState()].filter((name) => name !== folder)
  keep(isOpen ? others : [...others, folder])
}

/** Opens folders, those of them that are closed. */
export function foldersOpened(folders: readonly string[]): void {
  const before = [...closed.getState()]
  const next = before.filter((name) => !folders.includes(name))
  if (next.length < before.length) keep(next)
}

function keep(next: string[]) {
  closed.setState(new Set(next), true)
  saveLocal('closed-folders', next)
}
