import { streamChatCompletion } from '../api/streamChatCompletion'
import type { ConversationId, Message, MessageId, MessageStatus } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import { toRequestMessages } from '../conversation/toRequestMessages'
import { type Tree, pathTo } from '../conversation/Tree'
import { createReplyBuilder } from '../protocol/accumulate'
import { buildRequest } from '../protocol/buildRequest'
import { ChatError } from '../protocol/ChatError'
import { holdRun } from '../storage/runLocks'
import { commit, treeOf } from './conversations'
import { keyFor } from './keys'
import { announce } from './notices'
import { activeRun, liveMessagesSettled, runFinished, runStarted } from './runs'
import { createReceiver } from './receiver'
import { currentSettings, endpointById, modelUsed } from './settings'

/** How a run ended. */
export type Ending = Extract<MessageStatus, 'done' | 'stopped' | 'failed'>

/** Hangs up on the run of a conversation, if there is one. What came stays. */
export const stopRun = (id: ConversationId) => activeRun(id)?.stop.abort()

/**
 * Asks for a reply to the path that ends with `parent`, and receives it into new messages, one a choice. Resolves
 * with how it ended when the last word is in the tree; never rejects. Does nothing while another run is on.
 */
export async function startRun(id: ConversationId, parent: MessageId | null): Promise<Ending> {
  const tree = treeOf(id)
  if (!tree || activeRun(id)) return 'failed'
  const stop = new AbortController()
  let over!: () => void
  const ended = new Promise<void>((resolve) => (over = resolve))
  const run = newId()
  runStarted(id, { id: run, stop, ended })
  const release = holdRun(run)
  try {
    return await receive(tree, parent, run, stop.signal)
  } finally {
    release()
    runFinished(id)
    over()
  }
}

async function receive(
  tree: Tree,
  parent: MessageId | null,
  run: string,
  signal: AbortSignal,
): Promise<Ending> {
  const { id, endpoint: endpointId, parameters, extraBody } = tree.conversation
  const endpoint = endpointById(endpointId)
  const facts = {
    id: run,
    choice: 0,
    endpoint: endpoint?.name ?? '',
    model: parameters.model ?? null,
    parameters,
    started: Date.now(),
  }
  const beginning = append(
    tree,
    parent,
    { role: 'assistant', content: '', status: 'waiting', run: facts },
    { id: newId(), created: Date.now() },
  )
  commit(id, beginning)
  announce('replying')

  const builder = createReplyBuilder()
  const receiver = createReceiver(id, beginning.put[0]!, facts)
  let error: ChatError | undefined
  try {
    if (!endpoint) throw new ChatError('unreachable', 'The endpoint of this conversation has been removed.')
    const messages = toRequestMessages(pathTo(tree, parent))
    const body = buildRequest({ parameters, messages, ...(extraBody && { extraBody }) })
    const key = await keyFor(endpoint)
    const { stallSeconds } = currentSettings()
    const batches = streamChatCompletion({
      endpoint,
      key,
      body,
      signal,
      ...(stallSeconds > 0 && { stallMs: stallSeconds * 1000 }),
    })
    for await (const { at, chunks } of batches) {
      for (const chunk of chunks) builder.add(chunk)
      receiver.grew(builder.reply, at)
    }
    if (parameters.model) modelUsed(endpoint.id, parameters.model)
  } catch (reason) {
    if (!signal.aborted) error = asChatError(reason)
  }

  const status: Ending = error ? 'failed' : signal.aborted ? 'stopped' : 'done'
  const last = receiver.finish(builder.reply(), Date.now())
  settle(
    id,
    last.map((message) => ({ ...message, status, ...(error && { error: error.toRecord() }) })),
  )
  liveMessagesSettled(last.map((message) => message.id))
  announce(status === 'done' ? 'finished' : status)
  return status
}

// A message that was deleted while it grew stays deleted.
function settle(id: ConversationId, messages: Message[]) {
  const tree = treeOf(id)
  const put = messages.filter((message) => tree?.messages.has(message.id))
  if (!tree || !put.length) return
  commit(id, { conversation: { ...tree.conversation, updated: Date.now() }, put, removed: [] })
}

/** Whatever was thrown, as a ChatError: what is not one is a fault of ours, and says so rather than hide. */
const asChatError = (reason: unknown) =>
  reason instanceof ChatError
    ? reason
    : new ChatError(
        'garbled',
        reason instanceof Error ? reason.message : String(reason),
        {},
        { cause: reason },
      )
