import { fitTitle } from '../conversation/fitTitle'
import { type Message, type MessageId, isLive } from '../conversation/Message'
import { outlineOf } from '../conversation/outline'
import { type Tree, chosenChild, pathTo, placeUnder, siblingsOf, visiblePath } from '../conversation/Tree'
import { isObject } from '../protocol/isObject'
import type { ContentPart } from '../protocol/wire'
import type { Attachment, SharedConversation, SharedMessage } from './SharedConversation'
import { Cleaner, modelName } from './secrets'

/** What of a conversation is given away: every branch, or what is seen from one message to another. */
export type Scope = { all: true } | { all: false; from?: MessageId; to?: MessageId }

/** What did not come along, to be said before it is given away. */
export interface LeftOut {
  /** Messages whose log probabilities, a hundred times the text, stayed behind. */
  logprobs: number
  /** Texts in which something that looks like a key was replaced. */
  secrets: number
  /** Fields that hold keys or addresses, or tell who has sent them. */
  fields: string[]
  attachments: Attachment[]
  /** Messages that were still being written. */
  unfinished: number
}

export interface Sharing {
  shared: SharedConversation
  leftOut: LeftOut
}

/** What a cleaner has taken out so far. */
export const leftOutOf = (cleaner: Cleaner): LeftOut => ({
  logprobs: 0,
  secrets: cleaner.texts,
  fields: [...cleaner.fields],
  attachments: [],
  unfinished: 0,
})

/** A part of a content that takes more than this is left out of a link. */
const largestPart = 8000

/** A conversation as it can be given away. `secrets` are keys and `addresses` hosts and origins that must not be in it, wherever they stand. */
export function shareConversation(
  tree: Tree,
  scope: Scope,
  {
    secrets = [],
    addresses = [],
    most = largestPart,
  }: { secrets?: readonly string[]; addresses?: readonly string[]; most?: number } = {},
): Sharing {
  const { title, parameters, extraBody } = tree.conversation
  const cleaner = new Cleaner(secrets, addresses)
  const leftOut = leftOutOf(cleaner)
  const places = new Map<MessageId, number>()
  const messages = membersOf(tree, scope).map((message, place) => {
    places.set(message.id, place)
    if (message.logprobs) leftOut.logprobs += 1
    if (isLive(message)) leftOut.unfinished += 1
    const shared = shareMessage(message, cleaner, most)
    leftOut.attachments.push(...(shared.leftOut ?? []))
    const parent = message.parent === null ? undefined : places.get(message.parent)
    return { ...shared, parent: parent ?? null, ...chosenIn(tree, scope, message) }
  })
  const shared: SharedConversation = {
    title: fitTitle(cleaner.text(title)),
    parameters: cleaner.request(parameters),
    ...(extraBody && { extraBody: cleaner.request(extraBody) }),
    messages,
  }
  return { shared, leftOut: { ...leftOut, secrets: cleaner.texts, fields: [...cleaner.fields] } }
}

/** The messages that are meant, parents before their children. */
export function membersOf(tree: Tree, scope: Scope): readonly Message[] {
  if (scope.all) return outlineOf(tree).map(({ message }) => message)
  const { from, to } = scope
  const path = to === undefined ? visiblePath(tree) : pathTo(tree, to)
  const start = from === undefined ? 0 : path.findIndex(({ id }) => id === from)
  return path.slice(Math.max(0, start))
}

/** Only a choice that is not the last of its siblings need be said. */
function chosenIn(tree: Tree, scope: Scope, message: Message): { chosen?: true } {
  if (!scope.all) return {}
  const isChosen = chosenChild(tree, placeUnder(tree, message.parent)) === message.id
  return isChosen && siblingsOf(tree, message).at(-1) !== message.id ? { chosen: true } : {}
}

function shareMessage(message: Message, cleaner: Cleaner, most: number): Omit<SharedMessage, 'parent'> {
  const { role, content, status, muted, prefilled, finish_reason, tool_calls, extra, error, run } = message
  const { name, refusal, reasoning_content, reasoning, tool_call_id } = message
  const { kept, leftOut } = partsOf(content, most)
  const texts = { name, refusal, reasoning_content, reasoning, tool_call_id, finish_reason }
  const said = Object.entries(texts).flatMap(([field, text]) => (text ? [[field, cleaner.text(text)]] : []))
  const clean = cleaner.value(kept)
  return {
    role,
    content: clean,
    status: isLive(message) ? 'stopped' : status,
    ...Object.fromEntries(said),
    ...(tool_calls?.length && { tool_calls: cleaner.value(tool_calls) }),
    ...(muted && { muted }),
    // Where something was replaced, a count of characters means nothing any more.
    ...(prefilled !== undefined && clean === content && { prefilled }),
    ...(extra && Object.keys(extra).length && { extra: cleaner.value(extra) }),
    ...(error && { error: shareError(error, cleaner) }),
    ...(run && {
      run: {
        model: run.model === null ? null : modelName(cleaner.text(run.model)),
        parameters: cleaner.request(run.parameters),
      },
    }),
    ...(leftOut.length && { leftOut }),
  }
}

/** What went wrong, without the server's own words, which may hold addresses. */
export const shareError = (
  { kind, status, code, param }: NonNullable<Message['error']>,
  cleaner: Cleaner,
): NonNullable<SharedMessage['error']> => ({
  kind,
  ...(status !== undefined && { status }),
  ...(code !== undefined && { code: cleaner.text(code) }),
  ...(param !== undefined && { param: cleaner.text(param) }),
})

/** A content without the parts that are too large, and what is said of those instead. */
function partsOf(
  content: Message['content'],
  most: number,
): { kept: Message['content']; leftOut: Attachment[] } {
  if (typeof content === 'string') return { kept: content, leftOut: [] }
  const leftOut: Attachment[] = []
  const kept = content.filter((part) => {
    const size = part.text === undefined ? JSON.stringify(part).length : 0
    if (size > most) leftOut.push(attachmentOf(part, size))
    return size <= most
  })
  return { kept, leftOut }
}

function attachmentOf(part: ContentPart, size: number): Attachment {
  const { file } = part
  const name = isObject(file) ? file['filename'] : undefined
  return { type: part.type, size, ...(typeof name === 'string' && { name: modelName(`/${name}`) }) }
}
