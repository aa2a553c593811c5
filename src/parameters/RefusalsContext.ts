import { createContext } from 'react'
import type { FieldRefusal } from '../state/readProfiles'

/** Where a field is set: by itself, or in the extra body, which counts if both have it. */
export type Place = 'fields' | 'extra body'

/** What the endpoint has said about fields, and the ways out. */
export interface Refusals {
  of: (name: string, place: Place) => FieldRefusal | undefined
  /** What it has said about a field that is not set now, whatever its value. */
  before: (name: string) => FieldRefusal | undefined
  /** The other name under which the field may be taken, if there is one and it is free. */
  otherName: (name: string) => string | undefined
  leftOut: (name: string, place: Place) => void
  renamed: (name: string, to: string) => void
  sentAnyway: (name: string) => void
}

const nothing = () => undefined

export const RefusalsContext = createContext<Refusals>({
  of: nothing,
  before: nothing,
  otherName: nothing,
  leftOut: nothing,
  renamed: nothing,
  sentAnyway: nothing,
})
