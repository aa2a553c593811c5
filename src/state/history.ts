import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Change } from '../conversation/Change'
import { type ConversationId, type Message, isLive } from '../conversation/Message'
import { type Step, stepBack, takeStep } from '../conversation/Step'
import type { Tree } from '../conversation/Tree'
import { commit, treeOf } from './conversations'
import { lastWordsOf } from './lastWords'
import { announce } from './notices'
import { activeRun } from './runs'

interface History {
  undo: Step[]
  redo: Step[]
}

/** What can be undone and redone, by conversation, for as long as the page lives. */
const histories = createStore<Record<ConversationId, History>>()(() => ({}))
const empty: History = { undo: [], redo: [] }
const most = 200

const historyOf = (id: ConversationId) => histories.getState()[id] ?? empty

export const useCanUndo = (id: ConversationId | null) =>
  useStore(histories, (all) => id !== null && Boolean(all[id]?.undo.length))
export const useCanRedo = (id: ConversationId | null) =>
  useStore(histories, (all) => id !== null && Boolean(all[id]?.redo.length))

/** Makes a change that can be undone. Steps are undone in their order, so each finds the tree as it left it. */
export function commitStep(id: ConversationId, change: Change): void {
  const tree = treeOf(id)
  if (!tree || (!change.put.length && !change.removed.length)) return
  stepTaken(id, stepBack(tree, change))
  commit(id, change)
}

/** Something that has already happened, a reply for example, becomes a step; `back` takes it back. */
export function stepTaken(id: ConversationId, back: Step): void {
  const { undo } = historyOf(id)
  histories.setState({ [id]: { undo: [...undo, back].slice(-most), redo: [] } })
}

/** Takes the last step back. Does nothing while a reply is being written. */
export const undo = (id: ConversationId): void => step(id, 'undo', 'redo')
/** Takes a step that was taken back, again. */
export const redo = (id: ConversationId): void => step(id, 'redo', 'undo')

function step(id: ConversationId, from: keyof History, to: keyof History) {
  const tree = treeOf(id)
  const history = historyOf(id)
  const last = history[from].at(-1)
  if (!tree || !last || activeRun(id)) return
  const now = takeStep(tree, { ...last, put: last.put.map((message) => asItIs(tree, message)) })
  const back = stepBack(tree, now)
  histories.setState({
    [id]: {
      undo: history.undo,
      redo: history.redo,
      [from]: history[from].slice(0, -1),
      [to]: [...history[to], back],
    },
  })
  commit(id, now)
  announce(from === 'undo' ? 'undone' : 'redone')
}

/** What was live when a step was taken has gone on since: a step only moves it, or brings it back. */
function asItIs(tree: Tree, message: Message): Message {
  if (!isLive(message)) return message
  const now = tree.messages.get(message.id)
  return now ? { ...now, parent: message.parent, order: message.order } : lastWordsOf(message)
}

/** Steps as they have to be from now on, since another tab has changed the tree. */
export function stepsFollow(id: ConversationId, follow: (steps: readonly Step[]) => Step[]): void {
  const { undo, redo } = historyOf(id)
  if (undo.length || redo.length) histories.setState({ [id]: { undo: follow(undo), redo: follow(redo) } })
}
