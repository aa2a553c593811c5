import type { Change } from '../conversation/Change'
import type { Tree } from '../conversation/Tree'
import type { FoundRow } from '../files/importMessages'
import { mergeTree } from '../files/mergeTree'
import { isAnyKept } from '../storage/arrivals'
import { loadTree } from '../storage/conversations'
import { conversationOf, treeOf } from './conversations'

/**
 * How a conversation of a file stands to those that are here: it is new; all of it is here; it has further messages of
 * one that is here; or one that is here has the same id and says something else, so that it becomes a copy beside it.
 */
export type Standing = { kind: 'new' | 'here' | 'copy' } | { kind: 'merge'; fresh: number }

/** `twin` is one of the same id that stands before it among what was found. */
export async function standingOf(
  row: FoundRow,
  twin: FoundRow | undefined,
  take: (place: number) => Promise<Tree>,
): Promise<Standing> {
  if (twin) return { kind: twin.content === row.content ? 'here' : 'copy' }
  // Under ids that cannot be kept nothing is kept here.
  if (!row.hasUsableIds || !conversationOf(row.id)) return { kind: 'new' }
  const change = await mergingOf(await take(row.place))
  return typeof change === 'string' ? { kind: change } : { kind: 'merge', fresh: change.put.length }
}

/** What a conversation adds to the one of its id that is here, as a change; a word where it adds nothing to that. */
export async function mergingOf(theirs: Tree): Promise<Change | 'new' | 'here' | 'copy'> {
  const { id } = theirs.conversation
  const ours = treeOf(id) ?? (await loadTree(id))
  if (!ours) return 'new'
  const merging = mergeTree(ours, theirs)
  if (merging.kind !== 'merge') return merging.kind
  // The same ids may stand in another conversation, where nothing may be overwritten either.
  return (await isAnyKept(merging.change.put.map((message) => message.id))) ? 'copy' : merging.change
}
