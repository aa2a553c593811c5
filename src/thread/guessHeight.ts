import { type Message, textOf } from '../conversation/Message'

/** How tall a message is likely to be, in pixels: good enough for a scrollbar until it has been laid out. */
export function guessHeight(message: Message): number {
  const letters = textOf(message).length + (message.refusal?.length ?? 0)
  const calls = (message.tool_calls?.length ?? 0) * 90
  return message.role === 'assistant'
    ? 48 + Math.ceil(letters / 55) * 24 + calls
    : 24 + Math.ceil(letters / 85) * 24
}
