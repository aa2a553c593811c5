import type { ConversationId } from '../conversation/Message'
import type { Row } from './arrange'

/** The conversations that the reader has chosen to do something with, and where the last range began. */
export interface Selection {
  ids: ReadonlySet<ConversationId>
  anchor?: ConversationId | undefined
}

export const nobody: Selection = { ids: new Set() }

/** One more, or one less. */
export function toggled({ ids }: Selection, id: ConversationId): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** All from the anchor to a line besides; without an anchor that line alone. */
export function extended({ ids, anchor }: Selection, rows: readonly Row[], id: ConversationId): Selection {
  const placeOf = (key: string | undefined) => rows.findIndex((row) => row.key === key)
  const to = placeOf(id)
  const from = placeOf(anchor) < 0 ? to : placeOf(anchor)
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  const among = range.flatMap((row) => (row.type === 'entry' ? [row.key] : []))
  return { ids: new Set([...ids, ...among]), anchor: anchor ?? id }
}

/** Those of them that can be seen, or are in a closed folder: nothing happens to what a filter hides. */
export const selectedIn = ({ ids }: Selection, shown: readonly { id: ConversationId }[]): ConversationId[] =>
  shown.flatMap(({ id }) => (ids.has(id) ? [id] : []))
