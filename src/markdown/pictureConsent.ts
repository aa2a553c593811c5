import { createContext } from 'react'

/** From where the reader has agreed to load pictures. */
export interface PictureConsent {
  subscribe: (listen: () => void) => () => void
  isGiven: (origin: string) => boolean
  /** From now on, as long as the page is open or for good. */
  give: (origin: string, forGood: boolean) => void
}

/** An agreement that is kept nowhere. */
export function passingConsent(): PictureConsent {
  const origins = new Set<string>()
  const listeners = new Set<() => void>()
  return {
    subscribe: (listen) => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    isGiven: (origin) => origins.has(origin),
    give: (origin) => {
      origins.add(origin)
      for (const listen of listeners) listen()
    },
  }
}

export const PictureContext = createContext<{ consent: PictureConsent; isKept: boolean }>({
  consent: passingConsent(),
  isKept: false,
})
