import { createToolCallsBuilder } from './accumulateToolCalls'
import { isObject, type Unknowns } from './isObject'
import { keepUnknown } from './keepUnknown'
import { splitContent } from './splitContent'
import type { Choice, ChunkChoice, Logprobs } from './wire'

type Text = 'content' | 'refusal' | 'reasoning_content' | 'reasoning'
const isText = (name: string): name is Text =>
  name === 'content' || name === 'refusal' || name === 'reasoning_content' || name === 'reasoning'

const textOr = <Other>(value: unknown, other: Other) =>
  typeof value === 'string' && value !== '' ? value : other

/**
 * Folds what chunks say of one choice. Text is joined with `+=`, which engines keep as a rope, so a token costs
 * the same at the end of a long answer as at its beginning.
 */
export function createChoiceBuilder(index: number) {
  const calls = createToolCallsBuilder()
  const text: Record<Text, string> = { content: '', refusal: '', reasoning_content: '', reasoning: '' }
  const extra: Unknowns = {}
  let role = 'assistant'
  let finish_reason: string | null = null
  let logprobs: Logprobs | null = null
  let snapshot: Choice | null = null
  let keptExtra: Unknowns = {}
  let extraChanged = false

  const keep = (name: string, value: unknown, join: boolean) => {
    keepUnknown(extra, name, value, join)
    extraChanged = true
  }

  const addDelta = (delta: Unknowns) => {
    for (const name of Object.keys(delta)) {
      const value = delta[name]
      if (value === null || value === undefined) continue
      if (isText(name) && typeof value === 'string') text[name] += value
      else if (name === 'content' && Array.isArray(value)) {
        const { others, ...split } = splitContent(value)
        text.content += split.content
        text.reasoning_content += split.reasoning_content
        text.refusal += split.refusal
        if (others.length > 0) keep('content', others, true)
      } else if (name === 'role') role = textOr(value, role)
      else if (name === 'tool_calls') calls.add(Array.isArray(value) ? value : [value])
      else keep(name, value, true)
    }
  }

  const addLogprobs = (value: Unknowns) => {
    const kept: Logprobs = { ...logprobs }
    for (const name of Object.keys(value)) {
      if (name === '__proto__') continue
      // `refusal: null` beside a list of content is how the API says that there is none.
      if (value[name] === null && !Object.hasOwn(kept, name)) kept[name] = null
      else if (Array.isArray(value[name]) && value[name].length === 0) kept[name] ??= []
      else keepUnknown(kept, name, value[name], false)
    }
    logprobs = kept
  }

  const add = (choice: ChunkChoice) => {
    snapshot = null
    for (const name of Object.keys(choice)) {
      const value = choice[name]
      if (name === 'index' || value === null || value === undefined) continue
      if (name === 'delta' && isObject(value)) addDelta(value)
      else if (name === 'logprobs' && isObject(value)) addLogprobs(value)
      else if (name === 'finish_reason') finish_reason = textOr(value, finish_reason)
      // Beside the delta stand states, not pieces: `native_finish_reason` sent twice is no longer word.
      else keep(name, value, false)
    }
  }

  /** The choice so far; the same object as before where nothing came for it. */
  const choice = (): Choice => {
    if (snapshot !== null) return snapshot
    if (extraChanged) keptExtra = { ...extra }
    extraChanged = false
    snapshot = { index, role, ...text, tool_calls: calls.calls(), logprobs, finish_reason, extra: keptExtra }
    return snapshot
  }

  return { add, choice }
}
