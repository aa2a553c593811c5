import { type ConversationId, type Message, isLive, textOf } from '../conversation/Message'
import { visiblePath } from '../conversation/Tree'
import { isSent } from '../conversation/toRequestMessages'
import type { Written } from '../conversation/written'
import type { RequestBody, RequestMessage, Role } from '../protocol/wire'
import { messagesOf, textsOf } from '../tokens/estimateTokens'
import { targetContinues } from './canPrefill'
import { askedFor } from './choicesApart'
import { treeOf } from './conversations'
import { type Target, targetOf } from './nextConversation'
import { requestBody } from './receiveReply'
import { saidBy } from './sendMessage'
import { endpointById } from './settings'

/** What the composer would send. */
export interface Draft {
  text: string
  role: Role
  /** The system message of the start page. */
  system: string
}

/** A message of the thread or of the request, and what becomes of it. */
export interface PreviewRow {
  key: string
  role: Role
  text: string
  /** Whether it is what stands in the composer. */
  isDraft: boolean
  /** Its place in the body; else why it is not sent. */
  sent: number | 'muted' | 'empty' | 'live'
}

export interface RequestPreview {
  /** To the letter; with an extra body anything may stand in it. */
  body: RequestBody
  /** How many times it is sent: once, or for each choice. */
  requests: number
  model: string | undefined
  messages: RequestMessage[]
  rows: PreviewRow[]
}

/** The request that Send would make now, by the same functions that make it. */
export function requestPreview(id: ConversationId | null, draft: Draft): RequestPreview {
  const target = targetOf(id)
  const tree = id === null ? undefined : treeOf(id)
  const prefill = beginsAnswer(draft, target) ? draft.text : ''
  const before = tree ? visiblePath(tree) : []
  const path = [
    ...before,
    ...(id === null && draft.system.trim() ? [stub({ role: 'system', content: draft.system })] : []),
    ...(draft.text.trim() && !prefill ? [stub(saidBy(draft.role, draft.text, before))] : []),
  ]
  const { requests, parameters, extraBody } = askedFor(target)
  const endpoint = endpointById(target.endpoint)
  const body = requestBody({ endpoint, path, parameters, extraBody, prefill })
  const messages = messagesOf(body)
  const isReplaced = extraBody !== undefined && 'messages' in extraBody
  return {
    body,
    requests,
    model: typeof body.model === 'string' ? body.model : undefined,
    messages,
    rows: isReplaced ? messages.map((message, at) => rowOf(message, at, false)) : rowsOf(path, messages),
  }
}

const beginsAnswer = ({ role, text }: Draft, target: Target): boolean =>
  role === 'assistant' && text.trim() !== '' && targetContinues(target)

/** Words of the composer as the message that they will be. */
const stub = (written: Written): Message => ({
  id: `draft-${written.role}`,
  conversation: '',
  parent: null,
  order: 0,
  created: 0,
  status: 'done',
  ...written,
})

/** The rows of a path, and of the beginning of an answer that goes along after it. */
function rowsOf(path: readonly Message[], messages: readonly RequestMessage[]): PreviewRow[] {
  let place = 0
  const rows = path.map((message): PreviewRow => {
    const { id: key, role } = message
    const isDraft = key.startsWith('draft-')
    return { key, role, text: textOf(message), isDraft, sent: isSent(message) ? place++ : reasonOf(message) }
  })
  return [...rows, ...messages.slice(place).map((message, at) => rowOf(message, place + at, true))]
}

const rowOf = (message: RequestMessage, sent: number, isDraft: boolean): PreviewRow => ({
  key: `sent-${sent}`,
  role: message.role,
  text: textsOf(message).slice(1).join(' '),
  isDraft,
  sent,
})

const reasonOf = (message: Message) => (isLive(message) ? 'live' : message.muted ? 'muted' : 'empty')
