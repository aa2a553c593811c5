import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversationId } from '../conversation/Message'
import { begins, shared } from '../links/address'

/** Where the reader is: the page's address after the `#`. */
export type Route =
  | { name: 'start' }
  | { name: 'conversation'; id: ConversationId }
  /** An address that holds a conversation, or begins one: all of it is in there. */
  | { name: 'shared-link' | 'start-link'; hash: string }

/** Reads an address. What is not known leads to the start. */
export function readHash(hash: string): Route {
  if (hash.startsWith(shared)) return { name: 'shared-link', hash }
  if (hash.startsWith(begins)) return { name: 'start-link', hash }
  const id = /^#\/c\/([\w-]+)$/.exec(hash)?.[1]
  // A name that every object has is no id, whoever wrote the link.
  return id && !(id in {}) ? { name: 'conversation', id } : { name: 'start' }
}

export const hashOf = (id: ConversationId | null) => (id === null ? '#/' : `#/c/${id}`)

const route = createStore<Route>()(() => readHash(typeof location === 'undefined' ? '' : location.hash))

if (typeof addEventListener !== 'undefined')
  addEventListener('hashchange', () => route.setState(readHash(location.hash), true))

/** The conversation on screen, or null on the start page. */
export const useOpenConversation = () => useStore(route, openConversation)
export const openConversationId = () => openConversation(route.getState())
const openConversation = (at: Route) => (at.name === 'conversation' ? at.id : null)

/** The link of that kind that has been opened, or null. */
export const useLink = (kind: 'shared-link' | 'start-link') =>
  useStore(route, (at) => (at.name === kind ? at.hash : null))

/** Goes to a conversation, or to the start. `instead` leaves no step behind to go back to. */
export function goTo(id: ConversationId | null, { instead = false } = {}): void {
  if (instead) location.replace(hashOf(id))
  else location.hash = hashOf(id)
  // Told at once: the event of the address comes a moment later, and says the same.
  route.setState(readHash(hashOf(id)), true)
}
