import type { ToolCall } from './wire'

/** The name of what is called, whatever kind of tool it is; '' as long as none has come. */
export const nameOf = (call: ToolCall): string =>
  asText(call.function?.name) ?? asText(call.custom?.name) ?? asText(call.type) ?? ''

/** What it is given: arguments, which are to be JSON, or the text for a custom tool. */
export const inputOf = (call: ToolCall): string =>
  asText(call.function?.arguments) ?? asText(call.custom?.input) ?? ''

/** By what its result is to name it; '' if it has none. */
export const idOf = (call: ToolCall): string => asText(call.id) ?? ''

/** Calls are also written by hand, and then hold whatever was typed: that is sent to the letter, and shown as JSON. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? undefined : JSON.stringify(value)
}
