import type { Database } from './database'
import { draftKeptHere, draftsOfThisTab } from './tabDrafts'
import { isUnkeptPlace } from './unkept'

/** Every draft by its place: those of this tab as they were written here, the others as they were last. */
export async function loadDrafts(database: Database): Promise<Record<string, string>> {
  const transaction = database.transaction(['drafts', 'conversations'])
  const drafts = transaction.objectStore('drafts')
  const heads = transaction.objectStore('conversations')
  // A conversation that was removed has taken along what was half written in it.
  const ifKept = async ([place, text]: [string, string]): Promise<[string, string][]> => {
    if (/^new(-system)?( |$)/.test(place) || (await heads.getKey(place.split(' ')[0]!)) !== undefined)
      return [[place, text]]
    draftKeptHere(place, '')
    return []
  }
  const own = Promise.all(Object.entries(draftsOfThisTab()).map(ifKept))
  const [keys, values, here] = await Promise.all([drafts.getAllKeys(), drafts.getAll(), own])
  return Object.fromEntries([...keys.map((key, at) => [key, values[at]!] as const), ...here.flat()])
}

/** Keeps a draft; an empty one is forgotten. */
export async function saveDraft(database: Database, place: string, text: string): Promise<void> {
  const kept = isUnkeptPlace(place) ? '' : text
  draftKeptHere(place, kept)
  await (kept ? database.put('drafts', kept, place) : database.delete('drafts', place))
}
