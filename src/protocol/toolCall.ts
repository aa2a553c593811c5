import type { ToolCall } from './wire'

/** The name of what is called, whatever kind of tool it is; '' as long as none has come. */
export const nameOf = (call: ToolCall): string => call.function?.name ?? call.custom?.name ?? call.type ?? ''

/** What it is given: arguments, which are to be JSON, or the text for a custom tool. */
export const inputOf = (call: ToolCall): string => call.function?.arguments ?? call.custom?.input ?? ''
