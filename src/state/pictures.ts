import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'

/** From where pictures are loaded: as long as the page is open, or for good. */
interface Pictures {
  now: readonly string[]
  forGood: readonly string[]
}

/** More origins than anybody agrees to; a list that was damaged holds no more. */
const most = 1000

const isOrigin = (value: unknown): value is string =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value

const kept = (): string[] => {
  const list = loadLocal('pictures')
  return Array.isArray(list) ? list.filter(isOrigin).slice(0, most) : []
}

const pictures = createStore<Pictures>()(() => ({ now: [], forGood: kept() }))
onLocalChange('pictures', () => pictures.setState({ forGood: kept() }))

/** What the reader has agreed to; pictures ask it and tell it. */
export const pictureConsent = {
  subscribe: (listen: () => void) => pictures.subscribe(listen),
  isGiven: (origin: string) => {
    const { now, forGood } = pictures.getState()
    return now.includes(origin) || forGood.includes(origin)
  },
  give: (origin: string, forGood: boolean) => {
    const all = pictures.getState()
    if (!forGood) return pictures.setState({ now: [...all.now, origin] })
    pictures.setState({ forGood: [...all.forGood, origin] })
    saveLocal('pictures', pictures.getState().forGood)
  },
}

/** Nothing more is loaded from there. */
export function pictureConsentTaken(origin: string): void {
  const { now, forGood } = pictures.getState()
  const others = (list: readonly string[]) => list.filter((one) => one !== origin)
  pictures.setState({ now: others(now), forGood: others(forGood) })
  saveLocal('pictures', pictures.getState().forGood)
}

/** The origins that were agreed to, and whether for good. */
export function usePictureOrigins(): { origin: string; forGood: boolean }[] {
  const { now, forGood } = useStore(pictures)
  return [...new Set([...forGood, ...now])].map((origin) => ({ origin, forGood: forGood.includes(origin) }))
}
