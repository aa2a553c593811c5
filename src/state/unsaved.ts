import type { Change } from '../conversation/Change'
import { type ConversationId, type Message, type MessageId, isLive } from '../conversation/Message'
import { type Tree, toTree } from '../conversation/Tree'
import { saveChange } from '../storage/conversations'
import { withoutLogprobs } from '../storage/progress'
import { conversationOf, treeOf } from './conversations'
import { noticesOver, notify, failureOf } from './notices'
import { asFarAsKnown } from './runs'

/** How long to wait until it is tried again by itself, in milliseconds. */
const pause = 5000

/** The messages of each conversation that are on screen, or were, and not kept as they are there. */
const unsaved = new Map<ConversationId, Set<MessageId>>()
let timer: ReturnType<typeof setTimeout> | undefined
/** What the reader has been told last. */
let said = ''
let trying: Promise<void> | undefined

/** A change could not be written. What it says stays in memory, from where it is written as soon as that works. */
export function changeNotKept(id: ConversationId, { put, removed }: Change, error: unknown): void {
  noted(id, [...put.map((message) => message.id), ...removed])
  told(error)
}

function noted(id: ConversationId, messages: Iterable<MessageId>) {
  unsaved.set(id, new Set([...(unsaved.get(id) ?? []), ...messages]))
}

function told(error: unknown) {
  const notice = { type: 'unsaved', reason: failureOf(error), conversations: unsaved.size } as const
  const words = JSON.stringify(notice)
  // What was dismissed in these words is not said again in the same.
  if (words !== said) notify(notice)
  said = words
  addEventListener('beforeunload', keepOpen)
  clearTimeout(timer)
  timer = setTimeout(() => void savedAgain(), pause)
}

/** The browser asks before it closes a page that holds what is kept nowhere. */
const keepOpen = (event: Event) => event.preventDefault()

/** Tries once more to write what is not kept. */
export const savedAgain = (): Promise<void> =>
  (trying ??= written().finally(() => {
    trying = undefined
  }))

async function written(): Promise<void> {
  clearTimeout(timer)
  let failure: { error: unknown } | undefined
  const waiting = [...unsaved]
  // What fails meanwhile is noted anew.
  unsaved.clear()
  for (const [id, messages] of waiting) {
    try {
      await saveChange(changeFor(id, messages))
    } catch (error) {
      noted(id, messages)
      failure = { error }
    }
  }
  if (failure) return told(failure.error)
  if (unsaved.size) return
  said = ''
  noticesOver('unsaved')
  removeEventListener('beforeunload', keepOpen)
}

/** What is in memory now is what counts: of a conversation that has been removed, nothing. */
function changeFor(id: ConversationId, messages: ReadonlySet<MessageId>): Change {
  const conversation = conversationOf(id)
  const tree = treeOf(id)
  if (!conversation) return { put: [], removed: [...messages] }
  const put = [...messages].flatMap((message) => tree?.messages.get(message) ?? [])
  const removed = tree ? [...messages].filter((message) => !tree.messages.has(message)) : []
  return { conversation, put: put.map(asItStands), removed }
}

const asItStands = (message: Message) => (isLive(message) ? withoutLogprobs(asFarAsKnown(message)) : message)

/** The conversations that are not kept as they stand on screen, with all that is in them. */
export function unsavedTrees(): Tree[] {
  const trees = [...unsaved.keys()].flatMap((id) => treeOf(id) ?? [])
  return trees.map(({ conversation, messages }) =>
    toTree(conversation, [...messages.values()].map(asFarAsKnown)),
  )
}

/** What writes the file. Loaded before somebody asks for it: then the host may be gone. */
export const fileWriterLoaded = () => import('../files/writeParleyFile')

/** The same as a file that Parley can import. */
export async function unsavedFile(): Promise<string> {
  const { writeParleyFile } = await fileWriterLoaded()
  return writeParleyFile(unsavedTrees())
}
