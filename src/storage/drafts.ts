import { database } from './database'
import { isSafe } from './local'
import { isUnkeptPlace } from './unkept'

/** Every draft by the id of its conversation, or by the name of the place it was typed in. */
export async function loadDrafts(): Promise<Record<string, string>> {
  if (isSafe) return {}
  const transaction = (await database()).transaction('drafts')
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
  return Object.fromEntries(keys.map((key, at) => [key, values[at]!]))
}

/** Keeps a draft; an empty one is forgotten. */
export async function saveDraft(place: string, text: string): Promise<void> {
  if (isSafe) return
  const store = await database()
  await (text && !isUnkeptPlace(place) ? store.put('drafts', text, place) : store.delete('drafts', place))
}
