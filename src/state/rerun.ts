import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Endpoint } from '../api/endpoint'
import { streamChatCompletion } from '../api/streamChatCompletion'
import type { Message, MessageId, RunFacts } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { type Tree, pathTo } from '../conversation/Tree'
import { createReplyBuilder } from '../protocol/accumulate'
import type { ChatError } from '../protocol/ChatError'
import type { Parameters } from '../protocol/wire'
import { asChatError } from './asChatError'
import { keyFor, keyReady } from './keys'
import { liveMessage } from './liveMessage'
import { announce } from './notices'
import { onFrame } from './onFrame'
import { isWhole, requestBody } from './receiveReply'
import { liveMessagesGrew, liveMessagesSettled, liveTextsEnded } from './runs'
import { currentSettings } from './settings'

/** The reader's own answers to turns of an open link, by the sender's answer. They are kept nowhere. */
const reruns = createStore<Record<MessageId, Message>>()(() => ({}))
const stops = new Map<MessageId, AbortController>()

export const useRerun = (answer: MessageId) => useStore(reruns, (all) => all[answer])
export const rerunStopped = (answer: MessageId) => stops.get(answer)?.abort()

/** What a turn is sent with again: as the sender had it, one choice, and the reader's model. */
function parametersFor(tree: Tree, answer: Message, model: string): Parameters {
  const { conversation } = tree
  const {
    n: _n,
    model: _model,
    ...kept
  } = answer.run?.parameters ?? {
    ...conversation.parameters,
    ...conversation.extraBody,
  }
  return { ...(model && { model }), ...kept }
}

/** Asks for another answer to the turn of `answer`, at the reader's own endpoint. Never rejects. */
export async function turnRunAgain(
  tree: Tree,
  answer: Message,
  { endpoint, model }: { endpoint: Endpoint; model: string },
): Promise<void> {
  if (!(await keyReady(endpoint))) return
  rerunStopped(answer.id)
  const stop = new AbortController()
  stops.set(answer.id, stop)
  const parameters = parametersFor(tree, answer, model)
  const path = pathTo(tree, answer.parent)
  const body = requestBody({ endpoint, path, parameters, extraBody: undefined, prefill: '' })
  const { messages: _messages, ...sent } = body
  const facts: RunFacts = {
    id: newId(),
    choice: 0,
    endpoint: endpoint.name,
    model: model || null,
    parameters: sent,
    started: Date.now(),
  }
  const first: Message = {
    id: newId(),
    conversation: tree.conversation.id,
    parent: answer.parent,
    order: 0,
    created: facts.started,
    status: 'waiting',
    role: 'assistant',
    content: '',
    run: facts,
  }
  const tell = (message: Message) => {
    if (stops.get(answer.id) === stop) reruns.setState({ [answer.id]: message })
  }
  tell(first)
  announce('replying')
  const builder = createReplyBuilder()
  const now = () => {
    const reply = builder.reply()
    const choice = reply.choices[0]
    return choice ? liveMessage(first, choice, reply, facts) : first
  }
  const frame = onFrame(() => liveMessagesGrew([now()]))
  let error: ChatError | undefined
  try {
    const key = await keyFor(endpoint)
    const { stallSeconds } = currentSettings()
    const stallMs = stallSeconds > 0 ? stallSeconds * 1000 : undefined
    for await (const { chunks } of streamChatCompletion({
      endpoint,
      key,
      body,
      signal: stop.signal,
      stallMs,
    })) {
      for (const chunk of chunks) builder.add(chunk)
      frame.ask()
    }
  } catch (reason) {
    if (!stop.signal.aborted) error = asChatError(reason)
  }
  frame.cancel()
  const status = error ? 'failed' : stop.signal.aborted && !isWhole(builder.reply()) ? 'stopped' : 'done'
  const last: Message = {
    ...now(),
    status,
    run: { ...(now().run ?? facts), ended: Date.now() },
    ...(error && { error: error.toRecord() }),
  }
  liveTextsEnded([last])
  tell(last)
  if (stops.get(answer.id) === stop) stops.delete(answer.id)
  liveMessagesSettled([last.id])
  announce(status === 'done' ? 'finished' : status)
}
