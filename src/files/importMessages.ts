import type { ConversationId } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import type { FileFaultKind } from './FileFault'
import type { Found } from './Found'

/** What the worker that reads is asked: what is in these files and texts, and later for some of what it found. */
export type Question = { sources: (File | string)[]; now: number } | { take: number[] }

/** What it tells: how far it is, what it has found, the conversations themselves. */
export type Told =
  | { part: number; name: string }
  | { rows: FoundRow[]; faults: FileFaultRecord[]; rest: Record<string, unknown>[] }
  | { trees: Tree[] }

/** A conversation that was found, without its messages. */
export interface FoundRow extends Pick<Found, 'source' | 'leftBehind' | 'altered' | 'isWhole' | 'request'> {
  /** Where the worker keeps it. */
  place: number
  /** The name of its file; '' if it was pasted. */
  file: string
  id: ConversationId
  title: string
  created: number
  updated: number
  /** In all branches, and in what is seen of them. */
  messages: number
  inView: number
  hasUsableIds: boolean
  /** A checksum of its messages. */
  content: string
}

/** What is wrong with a file or a part of it; `altered` where something was changed since it was written. */
export interface FileFaultRecord {
  kind: FileFaultKind | 'altered'
  at: string
  name: string
}
