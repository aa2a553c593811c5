import type { ConversationId, Message, MessageId, RunFacts } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import type { Choice, Reply } from '../protocol/wire'
import { saveProgress } from '../storage/conversations'
import { tellOtherTabs } from '../storage/otherTabs'
import { commit, treeOf } from './conversations'
import { liveMessage } from './liveMessage'
import { storageFailed } from './notices'
import { onFrame } from './onFrame'
import { liveMessagesGrew } from './runs'

/** How often a growing message is written down, in milliseconds: what a crash may cost. */
const savePause = 1000

/**
 * Takes a reply as it grows: shows it once a frame, keeps it once a second, and gives every choice a message of
 * its own, a sibling of the first.
 */
export function createReceiver(id: ConversationId, first: Message, facts: RunFacts) {
  const messages = new Map<number, Message>()
  const shown = new Map<MessageId, Choice>()
  let read: (() => Reply) | undefined
  /** Where the choice of index 0 stands among its siblings. */
  let place = first.order
  let firstToken: number | undefined
  let saved = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** The live message of each choice; a choice seen for the first time gets its message. */
  function current(reply: Reply): Message[] {
    const run = firstToken === undefined ? facts : { ...facts, firstToken }
    return reply.choices.map((choice) => liveMessage(messageFor(choice), choice, reply, run))
  }

  /** A message where it stands now: another tab may have moved it since. */
  function inPlace(message: Message): Message {
    const now = treeOf(id)?.messages.get(message.id)
    return now ? { ...message, parent: now.parent, order: now.order } : message
  }

  function messageFor({ index }: Choice): Message {
    const known = messages.get(index)
    if (known) return inPlace(known)
    // The first choice to speak takes the message that was kept for it; siblings stand in the order of `index`.
    let message = inPlace(first)
    if (!messages.size) {
      place = message.order
      message = { ...message, order: place + index, run: { ...facts, choice: facts.choice + index } }
      if (index > 0) commit(id, { put: [message], removed: [] })
    }
    const tree = treeOf(id)
    if (messages.size > 0 && tree) {
      const born = append(
        tree,
        message.parent,
        {
          role: 'assistant',
          content: first.content,
          ...(first.prefilled !== undefined && { prefilled: first.prefilled }),
          status: 'streaming',
          run: { ...facts, choice: index },
        },
        { id: newId(), created: Date.now() },
        { aside: true },
      )
      message = { ...born.put[0]!, order: place + index }
      commit(id, { ...born, put: [message] })
    }
    messages.set(index, message)
    return message
  }

  const frame = onFrame(() => {
    if (!read) return
    const reply = read()
    const grown = current(reply).filter(({ id: message }, at) => {
      const choice = reply.choices[at]!
      const isNew = shown.get(message) !== choice
      shown.set(message, choice)
      return isNew
    })
    if (grown.length) liveMessagesGrew(grown)
  })

  function save() {
    clearTimeout(timer)
    timer = undefined
    saved = performance.now()
    if (!read) return
    const live = current(read())
    tellOtherTabs({ type: 'progress', id, live })
    saveProgress(live).catch(storageFailed)
  }

  const saveWhenHidden = () => {
    if (document.hidden) save()
  }
  document.addEventListener('visibilitychange', saveWhenHidden)

  return {
    /** More has come. `reply` gives the newest state when it is wanted; `at` is when it came. */
    grew(reply: () => Reply, at: number) {
      read = reply
      firstToken ??= reply().choices.some(hasSpoken) ? at : undefined
      frame.ask()
      timer ??= setTimeout(save, Math.max(0, savePause - (performance.now() - saved)))
    },
    /** Nothing more will come: the messages as they were when it ended. */
    finish(reply: Reply, ended: number): Message[] {
      frame.cancel()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', saveWhenHidden)
      const run = { ...facts, ...(firstToken !== undefined && { firstToken }), ended }
      const choices = reply.choices.length
      if (!choices) return [{ ...inPlace(first), run }]
      return reply.choices.map((choice) =>
        liveMessage(messageFor(choice), choice, reply, { ...run, choices }),
      )
    },
  }
}

const hasSpoken = ({ content, reasoning_content, reasoning, refusal, tool_calls }: Choice) =>
  Boolean(content || reasoning_content || reasoning || refusal || tool_calls.length)
