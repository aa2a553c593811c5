import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { askedOrigins } from '../api/asked'

type Purpose = 'page' | 'endpoint' | 'picture' | 'other'

/** Where the page has been since it was opened, what for, and how often. */
export interface Contact {
  origin: string
  purpose: Purpose
  count: number
}

/** What a record of the browser tells. */
type Loaded = Pick<PerformanceResourceTiming, 'name' | 'initiatorType'>

const loads = createStore<readonly Loaded[]>()(() => [])

/** Begins to listen to what the browser loads, what came before included; what it loads is not held up. */
export function contactsWatched(): void {
  if (typeof PerformanceObserver === 'undefined') return
  new PerformanceObserver((list) => {
    const fresh = list
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
    loads.setState(
      (all) => [...all, ...fresh.map(({ name, initiatorType }) => ({ name, initiatorType }))],
      true,
    )
  }).observe({ type: 'resource', buffered: true })
}

export function useContacts(): Contact[] {
  return contactsIn(useStore(loads), askedOrigins(), location.origin)
}

/** What the browser tells and what the page knows it has asked, by origin: the page's own first, then the busiest. */
export function contactsIn(
  all: readonly Loaded[],
  asked: ReadonlyMap<string, number>,
  own: string,
): Contact[] {
  const counts = new Map<string, Contact>()
  const add = (origin: string, purpose: Purpose, count: number) => {
    const key = `${purpose} ${origin}`
    counts.set(key, { origin, purpose, count: (counts.get(key)?.count ?? 0) + count })
  }
  for (const { name, initiatorType } of all) {
    const { origin, protocol } = new URL(name)
    if (!/^https?:$/.test(protocol)) continue
    // What is asked of an endpoint is counted where it is asked.
    const isAsked = initiatorType === 'fetch' && asked.has(origin)
    if (!isAsked) add(origin, origin === own ? 'page' : initiatorType === 'img' ? 'picture' : 'other', 1)
  }
  for (const [origin, count] of asked) add(origin, 'endpoint', count)
  const rank = ({ purpose, count }: Contact) => (purpose === 'page' ? Infinity : count)
  return [...counts.values()].toSorted((one, other) => rank(other) - rank(one))
}
