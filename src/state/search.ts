import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversationId } from '../conversation/Message'
import type { Results } from '../search/questions'
import { type Searching, searchInWorker } from '../search/searchInWorker'
import { announce } from './notices'
import { onSearchText, searchText } from './searching'

/** How many conversations are shown at first, and how many more each time. */
const page = 20
/** How long the worker with its texts stays when nothing is searched for, and when results are read out; milliseconds. */
const idle = 5 * 60_000
const quiet = 1000

interface Search {
  /** What was found last; of an earlier question until the newest is answered. */
  results: Results | undefined
  /** The number of the newest question. */
  asked: number
  /** Whether the conversations could not be read. */
  failed: boolean
  count: number
  open: readonly ConversationId[]
}

const fresh: Search = { results: undefined, asked: 0, failed: false, count: page, open: [] }
const search = createStore<Search>()(() => fresh)
export const useSearch = () => useStore(search)

let searching: Searching | undefined
let next = 1
let ending: ReturnType<typeof setTimeout> | undefined
let telling: ReturnType<typeof setTimeout> | undefined

/** The reader is about to search: the worker begins to read. */
export function searchPrepared(): void {
  clearTimeout(ending)
  if (!searchText()) ending = setTimeout(end, idle)
  searching ??= searchInWorker((answer) => {
    if (answer.type === 'failed') failed()
    else if (answer.results.id === search.getState().asked) found(answer.results)
  })
}

function found(results: Results) {
  search.setState({ results })
  clearTimeout(telling)
  if (results.done) telling = setTimeout(() => announce('found', results.conversations), quiet)
}

function failed() {
  end()
  search.setState({ failed: true })
}

function end() {
  searching?.end()
  searching = undefined
}

/** Begins anew after it has failed. */
export function searchRetried(): void {
  search.setState({ failed: false })
  ask()
}

function ask() {
  searchPrepared()
  const { count, open } = search.getState()
  const id = next++
  search.setState({ asked: id })
  searching?.ask({ id, text: searchText(), count, open })
}

onSearchText((text) => {
  clearTimeout(telling)
  const { results } = search.getState()
  search.setState({ ...fresh, ...(text && results && { results }) })
  ask()
})

/** Shows more conversations. */
export function moreAsked(): void {
  search.setState(({ count }) => ({ count: count + page * 2 }))
  ask()
}

/** Shows every message that was found in a conversation. */
export function allAsked(id: ConversationId): void {
  search.setState(({ open }) => ({ open: [...open, id] }))
  ask()
}

/** What a screen may know of searching. */
export { type Group, type ShownHit } from '../search/questions'
export { type Marks, marksIn } from '../search/snippet'
export { filterIn, parseQuery, withFilter } from '../search/parseQuery'
