import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { loadDrafts, saveDraft } from '../storage/drafts'
import { storageFailed } from './notices'

/** Where something is being typed: a conversation's composer, or one of the two places of the start page. */
export type Place = string
export const newMessage: Place = 'new'
export const newSystem: Place = 'new-system'

/** Half-written text by place, kept a moment after each pause in typing. */
const drafts = createStore<Record<Place, string>>()(() => ({}))
const unsaved = new Set<Place>()
const pause = 250
let timer: ReturnType<typeof setTimeout> | undefined

export const useDraft = (place: Place) => useStore(drafts, (all) => all[place] ?? '')
export const draftOf = (place: Place) => drafts.getState()[place] ?? ''

export function draftChanged(place: Place, text: string): void {
  drafts.setState({ [place]: text })
  unsaved.add(place)
  clearTimeout(timer)
  timer = setTimeout(saveNow, pause)
}

function saveNow() {
  clearTimeout(timer)
  for (const place of unsaved) saveDraft(place, draftOf(place)).catch(storageFailed)
  unsaved.clear()
}

/** Reads what an earlier page has kept. What has been typed since this page began goes behind it: both stay. */
export async function draftsOpened(): Promise<void> {
  try {
    const kept = await loadDrafts()
    for (const [place, text] of Object.entries(drafts.getState())) {
      const before = kept[place]
      if (text && before && before !== text) kept[place] = `${before}\n${text}`
      else kept[place] = text
    }
    drafts.setState(kept)
  } catch (error) {
    storageFailed(error)
  }
}

if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) saveNow()
  })
