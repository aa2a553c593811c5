import { prefix } from './local'

const begin = `${prefix}draft `

/**
 * Keeps what is half written in this tab with the tab itself, besides the database: there another tab may write
 * something else in the same place. An empty text is forgotten.
 */
export function draftKeptHere(place: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(begin + place, text)
    else sessionStorage.removeItem(begin + place)
  } catch {
    // It is forbidden or full: what the database has is what comes back, and this must not be older than that.
    if (placesHere().includes(place)) sessionStorage.removeItem(begin + place)
  }
}

/** What was half written in this tab before it was loaded again, by place. */
export function draftsOfThisTab(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const place of placesHere()) found[place] = sessionStorage.getItem(begin + place) ?? ''
  return found
}

/** Forgets all of it. */
export function draftsForgottenHere(): void {
  for (const place of placesHere()) sessionStorage.removeItem(begin + place)
}

function placesHere(): string[] {
  try {
    return Object.keys(sessionStorage).flatMap((name) =>
      name.startsWith(begin) ? [name.slice(begin.length)] : [],
    )
  } catch {
    // Storage is forbidden: nothing is kept there.
    return []
  }
}
