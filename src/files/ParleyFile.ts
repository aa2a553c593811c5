import type { Tree } from '../conversation/Tree'
import type { FileFault } from './FileFault'

/** What the first field of each file says. */
export const format = 'parley'
/** The newest form that is known here; see docs/files.md. */
export const version = 1

/** A conversation of a file. */
export interface FiledConversation {
  tree: Tree
  /** Whether it has been changed since it was written; false where that cannot be known. */
  altered: boolean
}

/** What stands in a file of Parley's own. */
export interface ParleyFile {
  conversations: FiledConversation[]
  /** Conversations that are there, and not as they should be. */
  faults: FileFault[]
  /** Whether something else in it has been changed since it was written, or taken out. */
  altered: boolean
  /** Everything besides, by its name: presets, and what a newer Parley may have put there. */
  rest: Record<string, unknown>
}
