import type { MessageStatus } from '../conversation/Message'
import type { Parameters, Role } from '../protocol/wire'
import type { SharedConversation, SharedMessage } from './SharedConversation'

/** What stands in the place of a role: its number; one more for an answer as it mostly is. */
export const roleCodes: readonly Role[] = ['system', 'developer', 'user', 'assistant', 'tool', 'function']
/** An assistant's answer of the first run, `finish_reason: stop`. */
export const answer = 6

/** `[role, content, how far back its parent is, everything else]`; from the end, what says nothing is left out. */
export type PackedMessage = [code: number, content: unknown, back?: number, rest?: PackedRest]

export interface PackedRest {
  [field: string]: unknown
  /** The number of its run in the list of them; -1 for none, where the code says otherwise. */
  run?: number
  status?: MessageStatus
}

/** `[title, parameters, messages, runs, extra body]`; from the end, what says nothing is left out. */
export type Packed = [
  title: string,
  parameters: Parameters,
  messages: PackedMessage[],
  runs?: PackedRun[],
  extraBody?: unknown,
]
/** `[model, parameters]`; 0 stands for what the conversation itself has. */
export type PackedRun = [model: string | null | 0, parameters: Parameters | 0]

/** A conversation as lists, whose names are their places: shorter than objects also after they are compressed. */
export function pack({ title, parameters, extraBody, messages }: SharedConversation): Packed {
  const runs = new Map<string, number>()
  const list: PackedRun[] = []
  const runOf = ({ run }: SharedMessage) => {
    if (!run) return undefined
    const same = inOrder(run.parameters) === inOrder({ ...parameters, ...extraBody })
    const packed: PackedRun = [
      run.model === (parameters.model ?? null) ? 0 : run.model,
      same ? 0 : run.parameters,
    ]
    const key = JSON.stringify(packed)
    const known = runs.get(key)
    if (known !== undefined) return known
    runs.set(key, list.length)
    return list.push(packed) - 1
  }
  const packed = messages.map((message, place) => packMessage(message, place, runOf(message)))
  // The one run that is as the conversation is set need not be said.
  const usual = list.length === 1 && list[0]![0] === 0 && list[0]![1] === 0
  const said = usual ? [] : list
  if (extraBody !== undefined) return [title, parameters, packed, said, extraBody]
  return said.length ? [title, parameters, packed, said] : [title, parameters, packed]
}

/** Fields as text, whatever the order in which they were set. */
const inOrder = (fields: Record<string, unknown>) =>
  JSON.stringify(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1)))

function packMessage(message: SharedMessage, place: number, run: number | undefined): PackedMessage {
  const { role, content, parent, status, finish_reason, run: _run, ...others } = message
  const isAnswer = role === 'assistant' && run === 0 && finish_reason === 'stop'
  const rest: PackedRest = {
    ...others,
    ...(status !== 'done' && { status }),
    ...(!isAnswer && finish_reason !== undefined && { finish_reason }),
    ...(!isAnswer && run !== undefined && { run }),
  }
  const back = place - (parent ?? -1)
  const hasRest = Object.keys(rest).length > 0
  const code = isAnswer ? answer : roleCodes.indexOf(role)
  if (hasRest) return [code, content, back, rest]
  return back === 1 ? [code, content] : [code, content, back]
}
