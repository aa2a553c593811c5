import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What is searched for, and how often the reader has asked for the field. All else of the search is loaded later. */
const searching = createStore<{ text: string; asked: number }>()(() => ({ text: '', asked: 0 }))

export const useSearchText = () => useStore(searching, ({ text }) => text)
export const useIsSearching = () => useStore(searching, ({ text }) => text !== '')
/** How often the field has been asked for: another number is another wish. */
export const useSearchAsked = () => useStore(searching, ({ asked }) => asked)

export const searchText = () => searching.getState().text
export const onSearchText = (listen: (text: string) => void) =>
  searching.subscribe((now, before) => now.text !== before.text && listen(now.text))

/** The reader wants to search: the field comes on screen and takes the focus. */
export const searchAsked = () => searching.setState(({ asked }) => ({ asked: asked + 1 }))
export const searchTyped = (text: string) => searching.setState({ text })
