import type { ErrorRecord } from './ChatError'

/** Statuses that say nothing about the messages: keys, addresses, sizes, limits. */
const about = new Set([401, 403, 404, 408, 413, 429])

/** Whether a server's words say that it does not go on from a trailing assistant message (Anthropic, llama.cpp, Mistral). */
export const refusesPrefill = ({ kind, message, status }: ErrorRecord): boolean =>
  kind === 'rejected' &&
  !about.has(status ?? 0) &&
  !refusesTrailingSpace(message) &&
  /\bprefill|end with a user message|expected last role|last message (must|should)|continue_final_message|add_generation_prompt|\bprefix\b/i.test(
    message,
  )

/** Anthropic: "final assistant content cannot end with trailing whitespace". */
export const refusesTrailingSpace = (message: string): boolean => /trailing white\s?space/i.test(message)

/** Whether a request that began the answer may have been refused for that. */
export const mayRefusePrefill = ({ kind, status, message }: ErrorRecord): boolean =>
  kind === 'rejected' && !about.has(status ?? 0) && !refusesTrailingSpace(message)
