import type { Database } from './database'
import { draftKeptHere, draftsForgottenHere, draftsOfThisTab } from './tabDrafts'
import { isUnkeptPlace } from './unkept'

/** Every draft by its place: those of this tab as they were written here, the others as they were last. */
export async function loadDrafts(database: Database): Promise<Record<string, string>> {
  const transaction = database.transaction(['drafts', 'conversations'])
  const drafts = transaction.objectStore('drafts')
  const [keys, values, ids] = await Promise.all([
    drafts.getAllKeys(),
    drafts.getAll(),
    transaction.objectStore('conversations').getAllKeys(),
  ])
  // A conversation that was removed has taken along what was half written in it.
  const known = new Set(ids)
  draftsForgottenHere((place) => !/^new(-system)?( |$)/.test(place) && !known.has(place.split(' ')[0]!))
  return { ...Object.fromEntries(keys.map((key, at) => [key, values[at]!])), ...draftsOfThisTab() }
}

/** Keeps a draft; an empty one is forgotten. */
export async function saveDraft(database: Database, place: string, text: string): Promise<void> {
  const kept = isUnkeptPlace(place) ? '' : text
  draftKeptHere(place, kept)
  await (kept ? database.put('drafts', kept, place) : database.delete('drafts', place))
}
