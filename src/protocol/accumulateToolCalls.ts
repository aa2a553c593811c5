import { isObject, type Unknowns } from './isObject'
import { keepUnknown } from './keepUnknown'
import type { ToolCall } from './wire'

interface Draft {
  call: ToolCall
  /** The index that the server uses, which need not be unique. */
  sentIndex: number | undefined
  snapshot: ToolCall | null
}

/**
 * Folds the pieces of tool calls. Arguments come in any pieces, and calls side by side. Servers differ in what says
 * which call a piece belongs to: see `find`.
 */
export function createToolCallsBuilder() {
  const drafts: Draft[] = []
  let snapshot: ToolCall[] = []
  let changed = false

  const start = (sentIndex: number | undefined): Draft => {
    const taken = drafts.some(({ call }) => call.index === sentIndex)
    const next = drafts.reduce((highest, { call }) => Math.max(highest, call.index + 1), 0)
    const index = sentIndex === undefined || taken ? next : sentIndex
    const draft: Draft = { call: { index }, sentIndex, snapshot: null }
    drafts.push(draft)
    return draft
  }

  /** The call that a piece continues; undefined where it starts a new one. */
  const find = (piece: Unknowns, named: Set<Draft>): Draft | undefined => {
    const id = textOf(piece.id)
    const name = isObject(piece.function) ? textOf(piece.function.name) : ''
    if (typeof piece.index === 'number') {
      const same = drafts.findLast(({ sentIndex }) => sentIndex === piece.index)
      // Gemini sends every call whole with index 0; only id and name tell them apart. An id alone does not: there
      // are servers that make up a new one for each piece.
      const another = same !== undefined && id !== '' && name !== '' && (same.call.id ?? id) !== id
      return another ? drafts.findLast(({ call }) => call.id === id) : same
    }
    if (id !== '') return drafts.findLast(({ call }) => call.id === id)
    const last = drafts.at(-1)
    const lastName = last?.call.function?.name ?? ''
    // Neither id nor index: the last call goes on, unless a name says that another begins.
    const begins = name !== '' && lastName !== '' && (lastName !== name || (last && named.has(last)))
    return begins ? undefined : last
  }

  const add = (pieces: readonly unknown[]) => {
    const named = new Set<Draft>()
    for (const piece of pieces) {
      if (!isObject(piece)) continue
      const draft = find(piece, named) ?? start(typeof piece.index === 'number' ? piece.index : undefined)
      named.add(draft)
      addPiece(draft.call, piece)
      draft.snapshot = null
      changed = true
    }
  }

  /** The calls in the order of their index. A call that has not changed is the object it was. */
  const calls = (): ToolCall[] => {
    if (!changed) return snapshot
    changed = false
    for (const draft of drafts) draft.snapshot ??= copy(draft.call)
    snapshot = drafts.map(({ snapshot, call }) => snapshot ?? call).toSorted((a, b) => a.index - b.index)
    return snapshot
  }

  return { add, calls }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

const copy = ({ function: called, custom, ...call }: ToolCall): ToolCall => ({
  ...call,
  ...(called && { function: { ...called } }),
  ...(custom && { custom: { ...custom } }),
})

function addPiece(call: ToolCall, piece: Unknowns) {
  for (const key of Object.keys(piece)) {
    const value = piece[key]
    if (key === 'index') continue
    // The first id stays: a server that makes up another for each piece means this call.
    if (key === 'id' && typeof value === 'string' && value !== '') call.id ??= value
    else if (key === 'type' && typeof value === 'string' && value !== '') call.type = value
    else if (key === 'function' && isObject(value))
      call.function = addCalled({ ...call.function }, value, 'arguments')
    else if (key === 'custom' && isObject(value)) call.custom = addCalled({ ...call.custom }, value, 'input')
    else if (key !== 'id' && key !== 'type') keepUnknown(call, key, value, true)
  }
}

/** Adds to `function` its `arguments`, or to `custom` its `input`. */
function addCalled(called: Unknowns, piece: Unknowns, text: 'arguments' | 'input') {
  for (const key of Object.keys(piece)) {
    const value = piece[key]
    if (key === 'name') called.name = joinName(textOf(called.name), textOf(value))
    else if (key === text) called[text] = textOf(called[text]) + toText(value)
    else keepUnknown(called, key, value, true)
  }
  return called
}

/** Names come whole, or in pieces, or whole again with each piece of the arguments, or longer each time. */
const joinName = (name: string, piece: string) => (piece.startsWith(name) ? piece : name + piece)

/** Some servers send the arguments as an object, not as the text of one. */
function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : (JSON.stringify(value) ?? '')
}
