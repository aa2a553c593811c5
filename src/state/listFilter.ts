import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Which conversations the list shows. */
export interface ListFilter {
  /** Those that were archived, or those that were not. */
  archived: boolean
  /** Those that have all of these tags. */
  tags: readonly string[]
}

const filter = createStore<ListFilter>()(() => ({ archived: false, tags: [] }))

export const useListFilter = () => useStore(filter)
export const listFiltered = (wanted: ListFilter) => filter.setState(wanted)
