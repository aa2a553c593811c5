import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { askedOrigins, onAsked } from '../api/asked'

type Purpose = 'page' | 'endpoint' | 'picture' | 'other'

/** Where the page has been since it was opened, what for, and how often. */
export interface Contact {
  origin: string
  purpose: Purpose
  count: number
}

/** What a record of the browser tells. */
type Loaded = Pick<PerformanceResourceTiming, 'name' | 'initiatorType'>

/** Loads of one origin, by what began them; no address is kept. */
interface Loads {
  fetched: number
  pictures: number
  others: number
}
type Counted = ReadonlyMap<string, Loads>

const loads = createStore<{ counted: Counted }>()(() => ({ counted: new Map() }))

/** Begins to listen to what the browser loads, what came before included; what it loads is not held up. */
export function contactsWatched(): void {
  if (typeof PerformanceObserver === 'undefined') return
  new PerformanceObserver((list) => {
    const fresh = list
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
    loads.setState(({ counted }) => ({ counted: withLoads(counted, fresh) }))
  }).observe({ type: 'resource', buffered: true })
}

/** `counted` and what has been loaded since. */
export function withLoads(counted: Counted, fresh: readonly Loaded[]): Counted {
  const all = new Map(counted)
  for (const { name, initiatorType } of fresh) {
    const { origin, protocol } = new URL(name)
    if (!/^https?:$/.test(protocol)) continue
    const before = all.get(origin) ?? { fetched: 0, pictures: 0, others: 0 }
    const by = initiatorType === 'fetch' ? 'fetched' : initiatorType === 'img' ? 'pictures' : 'others'
    all.set(origin, { ...before, [by]: before[by] + 1 })
  }
  return all
}

const allAsked = () => [...askedOrigins().values()].reduce((sum, count) => sum + count, 0)

export function useContacts(): Contact[] {
  const counted = useStore(loads, (all) => all.counted)
  useSyncExternalStore(onAsked, allAsked)
  return contactsIn(counted, askedOrigins(), location.origin)
}

/** What the browser tells and what the page knows it has asked, by origin: the page's own first, then the busiest. */
export function contactsIn(counted: Counted, asked: ReadonlyMap<string, number>, own: string): Contact[] {
  const contacts = [...counted].flatMap(([origin, { fetched, pictures, others }]): Contact[] => {
    // What is asked of an endpoint is counted where it is asked.
    const rest = others + (asked.has(origin) ? 0 : fetched)
    if (origin === own) return [{ origin, purpose: 'page', count: rest + pictures }]
    return [
      { origin, purpose: 'picture', count: pictures },
      { origin, purpose: 'other', count: rest },
    ]
  })
  for (const [origin, count] of asked) contacts.push({ origin, purpose: 'endpoint', count })
  const rank = ({ purpose, count }: Contact) => (purpose === 'page' ? Infinity : count)
  return contacts.filter(({ count }) => count > 0).toSorted((one, other) => rank(other) - rank(one))
}
