import type { ConversationId, Message, MessageId, MessageStatus } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import { keyOf } from '../conversation/Step'
import { type Tree, pathTo } from '../conversation/Tree'
import { ChatError } from '../protocol/ChatError'
import { tellOtherTabs } from '../storage/otherTabs'
import { holdRun } from '../storage/runLocks'
import { answerKept, readerSent } from './askToKeep'
import { asChatError } from './asChatError'
import { askedFor } from './choicesApart'
import { commit, commitWritten, treeOf } from './conversations'
import { stepTaken } from './history'
import { announce } from './notices'
import { keyReady, keyWaits } from './keys'
import { type Strand, receiveReply, requestBody } from './receiveReply'
import { activeRun, liveMessagesSettled, liveTextsEnded, runFinished, runStarted } from './runs'
import { endpointById } from './settings'
import { isTemporary } from './temporary'

/** How a run ended. */
export type Ending = Extract<MessageStatus, 'done' | 'stopped' | 'failed'>

export interface RunWish {
  /** Words put into the model's mouth: the answer begins with them, and goes on. */
  prefill?: string
  /** How many requests to send at once, each for one choice, where an endpoint refuses `n` > 1. */
  requests?: number
}

/**
 * Asks for a reply to the path that ends with `parent`, and receives it into new messages, one a choice. Resolves
 * with how it ended when the last word is in the tree; never rejects. Does nothing while another run is on.
 */
export async function startRun(
  id: ConversationId,
  parent: MessageId | null,
  wish: RunWish = {},
): Promise<Ending> {
  const asked = treeOf(id)
  if (!asked || activeRun(id)) return 'failed'
  const endpoint = endpointById(asked.conversation.endpoint)
  if (endpoint && keyWaits(endpoint))
    return (await keyReady(endpoint)) ? startRun(id, parent, wish) : 'failed'
  readerSent()
  const stop = new AbortController()
  let over!: () => void
  const ended = new Promise<void>((resolve) => (over = resolve))
  const run = newId()
  runStarted(id, { id: run, stop, ended })
  // Nobody else knows of a temporary one, so nobody asks who receives it.
  const release = isTemporary(id) ? () => {} : await holdRun(run)
  let written: Promise<void> | undefined
  try {
    const tree = treeOf(id)
    if (!tree) return 'failed'
    const strands = attempt(() => beginStrands(tree, parent, run, wish))
    if (strands instanceof ChatError) {
      written = notBegun(tree, parent, run, strands)
      return 'failed'
    }
    announce('replying')
    const replies = await Promise.all(strands.map((strand) => receiveReply(strand, stop.signal)))
    const last = replies.flat()
    liveTextsEnded(last)
    written = settle(id, tree, last)
    liveMessagesSettled(last.map((message) => message.id))
    const ending = endingOf(last)
    if (ending === 'done' && !isTemporary(id)) void written.then(answerKept)
    const such = last.filter(({ status }) => status === ending).length
    announce(ending === 'done' ? 'finished' : ending, such)
    return ending
  } finally {
    // Whoever waits for the lock finds the last words written.
    void Promise.resolve(written).then(release)
    runFinished(id)
    over()
  }
}

function attempt(begin: () => Strand[]): Strand[] | ChatError {
  try {
    return begin()
  } catch (reason) {
    return asChatError(reason)
  }
}

/** What could not even be made into a request is a reply that has failed. */
function notBegun(tree: Tree, parent: MessageId | null, run: string, error: ChatError): Promise<void> {
  const { id, endpoint } = tree.conversation
  const words = {
    role: 'assistant' as const,
    content: '',
    status: 'failed' as const,
    error: error.toRecord(),
    run: {
      id: run,
      choice: 0,
      endpoint: endpointById(endpoint)?.name ?? '',
      model: null,
      parameters: {},
      started: Date.now(),
    },
  }
  announce('failed')
  return commitWritten(id, append(treeOf(id)!, parent, words, { id: newId(), created: Date.now() }))
}

/** A message for each request to fill, the first of them on the visible path. */
function beginStrands(tree: Tree, parent: MessageId | null, run: string, wish: RunWish): Strand[] {
  const { id } = tree.conversation
  const endpoint = endpointById(tree.conversation.endpoint)
  const { prefill = '' } = wish
  const { requests, parameters, extraBody } = askedFor(tree.conversation, wish.requests)
  const path = pathTo(tree, parent)
  const { messages: _messages, ...sent } = requestBody({ endpoint, path, parameters, extraBody, prefill })
  return Array.from({ length: requests }, (_strand, choice) => {
    const facts = {
      id: run,
      choice,
      endpoint: endpoint?.name ?? '',
      model: typeof sent.model === 'string' ? sent.model : null,
      parameters: sent,
      started: Date.now(),
    }
    const words = {
      role: 'assistant' as const,
      content: prefill,
      ...(prefill && { prefilled: prefill.length }),
      status: 'waiting' as const,
      run: facts,
    }
    const beginning = append(
      treeOf(id)!,
      parent,
      words,
      { id: newId(), created: Date.now() },
      { aside: choice > 0 },
    )
    commit(id, beginning)
    return {
      conversation: id,
      endpoint,
      first: beginning.put[0]!,
      path,
      parameters,
      extraBody,
      prefill,
      facts,
    }
  })
}

function endingOf(messages: readonly Message[]): Ending {
  const has = (status: Ending) => messages.some((message) => message.status === status)
  return has('failed') ? 'failed' : has('stopped') ? 'stopped' : 'done'
}

/**
 * The last words come into the tree, and are a step that can be undone. A message that was deleted while it grew
 * stays deleted; the tab that did it hears all that came, should it bring the message back.
 */
function settle(id: ConversationId, before: Tree, messages: Message[]): Promise<void> {
  const tree = treeOf(id)
  const put = messages.filter((message) => tree?.messages.has(message.id))
  const parted = messages.filter((message) => !put.includes(message))
  if (parted.length) tellOtherTabs({ type: 'parted', id, messages: parted })
  if (!tree || !put.length) return Promise.resolve()
  const written = commitWritten(id, {
    conversation: { ...tree.conversation, updated: Date.now() },
    put,
    removed: [],
  })
  const place = keyOf(before, put[0]!.parent)
  const chosen = { [place]: before.conversation.chosen[place] ?? null }
  stepTaken(id, { put: [], removed: put.map((message) => message.id), chosen })
  return written
}
