import type { Tree } from '../conversation/Tree'
import type { FileFault } from './FileFault'

/** What did not come along, by its kind, and how many of it. */
export interface LeftBehind {
  images: number
  audio: number
  files: number
  /** Anything else that has no place here. */
  others: number
}

/** Whose form a conversation had. */
export type Source =
  | 'parley'
  | 'chatgpt'
  | 'claude'
  | 'openwebui'
  | 'librechat'
  | 'nextchat'
  | 'betterchatgpt'
  | 'messages'
  | 'curl'
  | 'log'

/** What is known of a request besides its body. */
export interface RequestFacts {
  /** Where it went. */
  url: string | undefined
  /** What in it is nobody's business. It is kept nowhere. */
  secrets: string[]
  /** That of them which is a key as Parley sends it. */
  key?: string | undefined
}

/** A conversation that was found in a file, ready to be taken in. */
export interface Found {
  source: Source
  tree: Tree
  leftBehind: LeftBehind
  /** Whether its parameters are all that it was sent with; else the reader's own fill the gaps. */
  isWhole: boolean
  /** Whether it has been changed since it was written, where that can be known. */
  altered: boolean
  /** Where it was a request. */
  request?: RequestFacts
}

/** All that was found in one file. */
export interface FoundInFile {
  found: Found[]
  /** What is there and cannot be read, each with its place. */
  faults: FileFault[]
  /** Whether something else in the file was changed since it was written. */
  altered: boolean
  /** What stands beside the conversations in a file of Parley's own. */
  rest: Record<string, unknown>
}
