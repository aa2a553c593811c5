import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Endpoint } from '../api/endpoint'
import type { Message, MessageId, RunFacts } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { type Tree, pathTo } from '../conversation/Tree'
import { createReplyBuilder } from '../protocol/accumulate'
import type { Parameters } from '../protocol/wire'
import { recordsForgotten } from './flights'
import { keyReady } from './keys'
import { liveMessage } from './liveMessage'
import { announce } from './notices'
import { onFrame } from './onFrame'
import { requestBody } from './receiveReply'
import { liveMessagesGrew, liveMessagesSettled, liveTextsEnded } from './runs'
import { endOf, sendRequest } from './sendRequest'

/** The reader's own answers to turns of an open link, by the sender's answer. They are kept nowhere. */
const reruns = createStore<Record<MessageId, Message>>()(() => ({}))
const stops = new Map<MessageId, AbortController>()
/** All that were begun on the page of this link. */
const runs = new Set<string>()

export const useRerun = (answer: MessageId) => useStore(reruns, (all) => all[answer])
export const rerunStopped = (answer: MessageId) => stops.get(answer)?.abort()

/** The link has been left: what is under way is stopped, what has come is forgotten. */
export function rerunsForgotten(): void {
  for (const stop of stops.values()) stop.abort()
  stops.clear()
  for (const run of runs) recordsForgotten(run)
  runs.clear()
  reruns.setState({}, true)
}

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
  const { signal } = stop
  runs.add(facts.id)
  const about = { conversation: first.conversation, run: facts.id, strand: 0, endpoint: endpoint.name }
  const out = { endpoint, body, signal, builder, grew: frame.ask }
  const error = await sendRequest({ ...out, about, inMemory: true })
  frame.cancel()
  const status = endOf(builder.reply(), signal, error)
  const last: Message = {
    ...now(),
    status,
    run: { ...(now().run ?? facts), ended: Date.now() },
    ...(error && { error: error.toRecord() }),
  }
  liveTextsEnded([last])
  tell(last)
  liveMessagesSettled([last.id])
  // Who has left the link, or asked once more, does not wait for this one.
  if (stops.get(answer.id) !== stop) return
  stops.delete(answer.id)
  announce(status === 'done' ? 'finished' : status)
}
