import type { ConversationId, Message, MessageId, RunFacts } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import type { Choice, Reply } from '../protocol/wire'
import { tellOtherTabs } from '../storage/otherTabs'
import { createProgress, withoutLogprobs } from '../storage/progress'
import { changeNotKept, commit, messageOf, onChange, treeOf } from './conversations'
import { liveMessage } from './liveMessage'
import { onFrame } from './onFrame'
import { liveMessagesGrew } from './runs'

/** How often a growing message is written down, in milliseconds: what a crash may cost. */
const savePause = 1000

/**
 * Takes a reply as it grows: shows it once a frame, keeps it once a second, and gives every choice a message of
 * its own, a sibling of the first. `onGone` is told when another tab has removed all of them: nobody wants more then.
 */
export function createReceiver(id: ConversationId, first: Message, facts: RunFacts, onGone: () => void) {
  const messages = new Map<number, Message>()
  const shown = new Map<MessageId, Choice>()
  const keep = createProgress()
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
    const now = messageOf(id, message.id)
    return now ? { ...message, parent: now.parent, order: now.order } : message
  }

  /** One of its messages that nobody has removed, by which the others find their place. */
  function survivor(): Message | undefined {
    for (const message of [first, ...messages.values()]) {
      const now = messageOf(id, message.id)
      if (now) return now
    }
    return undefined
  }

  function messageFor({ index }: Choice): Message {
    const known = messages.get(index)
    const message = known ? inPlace(known) : messages.size ? sibling(index) : taken(index)
    messages.set(index, message)
    return message
  }

  /** The first choice to speak takes the message that was kept for it; siblings stand in the order of `index`. */
  function taken(index: number): Message {
    const kept = inPlace(first)
    place = kept.order
    const message = { ...kept, order: place + index, run: { ...facts, choice: facts.choice + index } }
    if (index > 0 && messageOf(id, first.id)) commit(id, { put: [message], removed: [] })
    return message
  }

  function sibling(index: number): Message {
    const tree = treeOf(id)
    const beside = survivor()
    const words = {
      role: 'assistant' as const,
      content: first.content,
      ...(first.prefilled !== undefined && { prefilled: first.prefilled }),
      status: 'streaming' as const,
      run: { ...facts, choice: index },
    }
    const born = { id: newId(), created: Date.now() }
    // Where all of them have been removed, another one would stand alone at the top.
    if (!tree || !beside) return { ...first, ...words, ...born }
    const change = append(tree, beside.parent, words, born, { aside: true })
    const message = { ...change.put[0]!, order: place + index }
    commit(id, { ...change, put: [message] })
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
    tellOtherTabs({ type: 'progress', id, live: live.map(withoutLogprobs) })
    keep(live).catch((error: unknown) => changeNotKept(id, { put: live, removed: [] }, error))
  }

  const saveWhenHidden = () => {
    if (document.hidden) save()
  }
  document.addEventListener('visibilitychange', saveWhenHidden)
  const stopListening = onChange((changed, { removed }) => {
    if (changed === id && removed.length && !survivor()) onGone()
  })

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
      stopListening()
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
