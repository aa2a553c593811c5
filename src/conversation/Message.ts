import type { ErrorRecord } from '../protocol/ChatError'
import type { ContentPart, Logprobs, Parameters, Role, ToolCall, Usage } from '../protocol/wire'

export type MessageId = string
export type ConversationId = string

/**
 * Where a message stands. Only a run's message is ever `waiting` or `streaming`; `interrupted` is what such a
 * message becomes when the page that was receiving it went away.
 */
export type MessageStatus = 'waiting' | 'streaming' | (typeof restingStatuses)[number]
/** Where a message may stand that nobody writes any more: so it comes in files and links. */
export const restingStatuses = ['done', 'stopped', 'interrupted', 'failed'] as const

/** What is known of the request that a message answers. Times are milliseconds since 1970. */
export interface RunFacts {
  /** The same for every choice of one run. */
  id: string
  /** `choices[].index` of this message. */
  choice: number
  /** The endpoint's name at the time, never its address or key. */
  endpoint: string
  /** As the reply named it, else as it was asked for; null if neither did. */
  model: string | null
  /** The request fields that were sent, without `messages`. */
  parameters: Parameters
  /** 0 where that is not known: links leave times behind. */
  started: number
  firstToken?: number
  ended?: number
  /** How many choices came, once it has ended; `n` may have asked for more. */
  choices?: number
  /** More came than become messages. */
  choicesLeftOut?: true
  usage?: Usage
  /** The reply's own `id`. */
  reply?: string
  /** Unknown fields of the reply itself. */
  extra?: Record<string, unknown>
}

/** One message: a node of the conversation's tree, and one record in storage. */
export interface Message {
  id: MessageId
  conversation: ConversationId
  /** The message that it follows, or null at the top. */
  parent: MessageId | null
  /** Its place among its siblings; ties are broken by id. */
  order: number
  created: number
  status: MessageStatus
  role: Role
  content: string | ContentPart[]
  name?: string
  refusal?: string
  reasoning_content?: string
  reasoning?: string
  tool_calls?: ToolCall[]
  tool_call_id?: string
  /** Kept and shown, but not sent. */
  muted?: boolean
  /** An answer that begins with words put into the model's mouth: how many characters of the content they are. */
  prefilled?: number
  logprobs?: Logprobs
  finish_reason?: string
  /** Unknown fields of the choice, as they came. */
  extra?: Record<string, unknown>
  error?: ErrorRecord
  run?: RunFacts
}

/** The text of a message, whatever form its content has. Parts that are not text are left out. */
export function textOf({ content }: Pick<Message, 'content'>): string {
  return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('')
}

/** Whether a run is still writing it. */
export const isLive = ({ status }: Pick<Message, 'status'>) => status === 'waiting' || status === 'streaming'

/** Whether there is anything in it worth keeping. */
export function isEmpty(message: Message): boolean {
  return !(
    textOf(message) ||
    message.refusal ||
    message.reasoning_content ||
    message.reasoning ||
    message.tool_calls?.length
  )
}
