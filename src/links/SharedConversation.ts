import type { Message } from '../conversation/Message'
import type { ErrorRecord } from '../protocol/ChatError'
import type { JsonObject, Parameters } from '../protocol/wire'

/**
 * A conversation as it is given away: without ids, times, keys, addresses and paths. Each carrier (a link, a file,
 * Markdown) is made of this value, and those that can be read back give it again.
 */
export interface SharedConversation {
  title: string
  parameters: Parameters
  extraBody?: JsonObject
  /** Parents before their children, siblings in their order. */
  messages: SharedMessage[]
}

type Kept = Pick<Message, 'role' | 'content' | 'status'> &
  Partial<
    Pick<
      Message,
      | 'name'
      | 'refusal'
      | 'reasoning_content'
      | 'reasoning'
      | 'tool_calls'
      | 'tool_call_id'
      | 'muted'
      | 'prefilled'
      | 'finish_reason'
      | 'extra'
    >
  >

export interface SharedMessage extends Kept {
  /** The place in the list of the message that it follows, or null at the top. */
  parent: number | null
  /** Whether it is the one that is seen among its siblings. Where none is, the last one is. */
  chosen?: true
  /** What went wrong. The server's own words are left out: they may hold addresses. */
  error?: Pick<ErrorRecord, 'kind' | 'status' | 'code' | 'param'>
  /** The model that wrote it, and what it was asked with. */
  run?: { model: string | null; parameters: Parameters }
  /** Parts of the content that were too large to come along. */
  leftOut?: Attachment[]
}

/** What is said of a part that was left out. */
export interface Attachment {
  type: string
  name?: string
  /** About how many characters it takes. */
  size: number
}
