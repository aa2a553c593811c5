import { restingStatuses } from '../conversation/Message'
import { errorKinds } from '../protocol/ChatError'
import { isObject } from '../protocol/isObject'
import type { ContentPart, JsonObject, Parameters, ToolCall } from '../protocol/wire'
import { LinkFault } from './LinkFault'
import type { Attachment, SharedConversation, SharedMessage } from './SharedConversation'
import { answer, roleCodes } from './pack'

/** More than anybody has written; each of them costs a node of the tree. */
const mostMessages = 100_000

/** A conversation out of its lists, whoever has made them. What is no conversation is `unreadable`. */
export function unpack(packed: unknown): SharedConversation {
  const [title, parameters, messages, runs = [], extraBody] = listOf(packed)
  check(isText(title) && isFields(parameters) && (extraBody === undefined || isJson(extraBody)))
  const list = listOf(messages)
  if (list.length > mostMessages) throw new LinkFault('too-large')
  const own: Run = { model: modelIn(parameters), parameters: { ...parameters, ...extraBody } }
  const known = listOf(runs).map((run) => readRun(run, own))
  const runAt = (at: unknown) => {
    const run = known.length ? known[Number(at)] : at === 0 ? own : undefined
    check(run !== undefined)
    return run
  }
  return {
    title,
    parameters,
    ...(extraBody && { extraBody }),
    messages: list.map((message, place) => readMessage(listOf(message), place, runAt)),
  }
}

type Run = NonNullable<SharedMessage['run']>

function readRun(packed: unknown, own: Run): Run {
  const [model, parameters] = listOf(packed)
  check(model === 0 || model === null || isText(model))
  check(parameters === 0 || isFields(parameters))
  return {
    model: model === 0 ? own.model : model,
    parameters: parameters === 0 ? own.parameters : parameters,
  }
}

const modelIn = ({ model }: Parameters): string | null => (isText(model) ? model : null)

function readMessage(
  [code, content, back = 1, rest = {}]: readonly unknown[],
  place: number,
  runAt: (at: unknown) => Run,
): SharedMessage {
  check(isObject(rest) && isContent(content))
  const { run, status = 'done', ...others } = rest
  const isAnswer = code === answer
  const role = isAnswer ? 'assistant' : roleCodes[Number(code)]
  const known = restingStatuses.find((one) => one === status)
  check(role !== undefined && known !== undefined)
  check(typeof back === 'number' && Number.isInteger(back) && back >= 1 && back <= place + 1)
  return {
    role,
    content,
    status: known,
    parent: back === place + 1 ? null : place - back,
    ...readRest(others),
    ...(isAnswer && { finish_reason: 'stop', run: runAt(0) }),
    ...(!isAnswer && run !== undefined && { run: runAt(run) }),
  }
}

/** What else a message may have, each of its kind; anything besides is left out. */
function readRest(rest: Record<string, unknown>): Partial<SharedMessage> {
  const texts = [
    'name',
    'refusal',
    'reasoning_content',
    'reasoning',
    'tool_call_id',
    'finish_reason',
  ] as const
  const { tool_calls, muted, prefilled, extra, error, chosen, leftOut } = rest
  check(tool_calls === undefined || isCalls(tool_calls))
  check(extra === undefined || isObject(extra))
  check(prefilled === undefined || isCount(prefilled))
  check(error === undefined || isError(error))
  check(leftOut === undefined || isAttachments(leftOut))
  const said = texts.flatMap((field) => {
    const text = rest[field]
    check(text === undefined || isText(text))
    return text === undefined ? [] : [[field, text] as const]
  })
  return {
    ...Object.fromEntries(said),
    ...(tool_calls && { tool_calls }),
    ...(muted === true && { muted }),
    ...(prefilled !== undefined && { prefilled }),
    ...(extra && { extra }),
    ...(error && { error }),
    ...(chosen === true && { chosen }),
    ...(leftOut && { leftOut }),
  }
}

function check(holds: boolean): asserts holds {
  if (!holds) throw new LinkFault('unreadable')
}

function listOf(value: unknown): readonly unknown[] {
  check(Array.isArray(value))
  return value
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
// What was parsed as JSON can be nothing else.
const isJson = (value: unknown): value is JsonObject => isObject(value)
const isFields = (value: unknown): value is Parameters => isObject(value)
const isPart = (value: unknown): value is ContentPart =>
  isObject(value) && isText(value['type']) && (value['text'] === undefined || isText(value['text']))
const isContent = (value: unknown): value is string | ContentPart[] =>
  isText(value) || (Array.isArray(value) && value.every(isPart))

const isOptionalText = (value: unknown) => value === undefined || isText(value)
const isCalls = (value: unknown): value is ToolCall[] => Array.isArray(value) && value.every(isCall)
// Calls are also written by hand, and hold whatever was typed.
const isCall = (value: unknown) => isObject(value) && isCount(value['index'])

const isError = (value: unknown): value is NonNullable<SharedMessage['error']> =>
  isObject(value) &&
  errorKinds.some((kind) => kind === value['kind']) &&
  (value['status'] === undefined || isCount(value['status'])) &&
  isOptionalText(value['code']) &&
  isOptionalText(value['param'])
const isAttachments = (value: unknown): value is Attachment[] =>
  Array.isArray(value) &&
  value.every(
    (one) => isObject(one) && isText(one['type']) && isOptionalText(one['name']) && isCount(one['size']),
  )
