import { type Database, withRecords } from './database'

type Records = typeof import('./records')
/** What a function of that room takes besides the database. */
type Given<Name extends keyof Records> = Records[Name] extends (
  database: Database,
  ...given: infer Rest
) => unknown
  ? Rest
  : never

/** Every conversation without its messages, in no order. */
export const loadConversations = () => withRecords((records, database) => records.loadConversations(database))

/** A conversation with all its messages, or undefined if there is none of that id. */
export const loadTree = (...given: Given<'loadTree'>) =>
  withRecords((records, database) => records.loadTree(database, ...given))

/** Many conversations, whole: see `records`. */
export const loadTrees = (...given: Given<'loadTrees'>) =>
  withRecords((records, database) => records.loadTrees(database, ...given))

/** Writes a change in one transaction: see `records`. */
export const saveChange = (...given: Given<'saveChange'>) =>
  withRecords((records, database) => records.saveChange(database, ...given))

/** Writes other facts into records as they are now: see `records`. */
export const saveRefilings = (...given: Given<'saveRefilings'>) =>
  withRecords((records, database) => records.saveRefilings(database, ...given))

/** Writes whole conversations, all of them or none. */
export const saveWhole = (...given: Given<'saveWhole'>) =>
  withRecords((records, database) => records.saveWhole(database, ...given))

/** Removes conversations with all their messages, and their drafts. */
export const removeConversations = (...given: Given<'removeConversations'>) =>
  withRecords((records, database) => records.removeConversations(database, ...given))
