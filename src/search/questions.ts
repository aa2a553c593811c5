import type { ConversationId, MessageId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import type { Role } from '../protocol/wire'
import type { Snippet } from './snippet'

/** What the page asks the worker for: what it had asked for before is of no more interest. */
export interface Question {
  id: number
  /** As it is typed; '' asks for nothing. */
  text: string
  /** How many conversations are to be shown. */
  count: number
  /** Those of which every message that was found is to be shown. */
  open: readonly ConversationId[]
}

/** A message that was found, as it is shown. */
export interface ShownHit {
  id: MessageId
  role: Role
  created: number
  snippet: Snippet
}

/** What was found in a conversation, as it is shown: the best messages, of as many as `count` says. */
export interface Group {
  conversation: Conversation
  byTitle: boolean
  count: number
  hits: ShownHit[]
}

export interface Results {
  id: number
  groups: Group[]
  conversations: number
  messages: number
  /** Whether all that is known has been looked through. */
  done: boolean
  /** How many messages have been read, of how many, while they are being read. */
  reading: { read: number; of: number } | undefined
  /** The models that have written, those that wrote most first. */
  models: readonly string[]
}

/** What the worker says; `failed` if the conversations cannot be read. */
export type Answer = { type: 'found'; results: Results } | { type: 'failed' }
