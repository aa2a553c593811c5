import { type Message, textOf } from '../conversation/Message'
import { inputOf, nameOf } from '../protocol/toolCall'
import { t } from '../words/rooms'
import { prettyJson } from '../ui/prettyJson'

/** What a reader could look for in a message, as plain text. What is folded when the message is drawn is left out. */
export function plainWords(message: Message): string {
  const text = textOf(message)
  const calls = (message.tool_calls ?? []).map(
    (call) => `${t.message.toolCall(nameOf(call))}\n${prettyJson(inputOf(call))}`,
  )
  const parts = [
    message.role === 'assistant' ? withoutMarks(text) : text,
    message.refusal,
    ...calls,
    message.muted && t.message.muted,
    message.error?.message,
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** Markdown without the marks that would stand between words as they are read. Code stays as it is. */
export function withoutMarks(text: string): string {
  return text
    .split(/^(```[^]*?^```[^\n]*$)/m)
    .map((part, at) => (at % 2 ? withoutFence(part) : withoutInlineMarks(part)))
    .join('')
}

const withoutFence = (block: string) => block.slice(block.indexOf('\n') + 1, block.lastIndexOf('\n'))

const withoutInlineMarks = (text: string) =>
  text
    .replace(/^ {0,3}#{1,6} +/gm, '')
    .replace(/\[([^[\]\n]+)\]\([^()\s]+\)/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\*\*(?=\S)([^*\n]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+)\*(?![\w*])/g, '$1')
