import { createContext } from 'react'
import type { FieldRefusal } from '../state/readProfiles'

/** What the endpoint has said about fields that are set, and the ways out. */
export interface Refusals {
  of: (name: string) => FieldRefusal | undefined
  /** The other name under which the field may be taken, if there is one and it is free. */
  otherName: (name: string) => string | undefined
  leftOut: (name: string) => void
  renamed: (name: string, to: string) => void
  sentAnyway: (name: string) => void
}

const nothing = () => undefined

export const RefusalsContext = createContext<Refusals>({
  of: nothing,
  otherName: nothing,
  leftOut: nothing,
  renamed: nothing,
  sentAnyway: nothing,
})
