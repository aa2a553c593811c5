import { withRecords } from './database'
import { isSafe } from './local'

/** Every draft by the id of its conversation, or by the name of the place it was typed in. */
export const loadDrafts = async (): Promise<Record<string, string>> =>
  isSafe ? {} : withRecords((records, database) => records.loadDrafts(database))

/** Keeps a draft; an empty one is forgotten. */
export const saveDraft = async (place: string, text: string): Promise<void> =>
  isSafe ? undefined : withRecords((records, database) => records.saveDraft(database, place, text))
