import { textOf } from '../conversation/Message'
import { inputOf, nameOf } from '../protocol/toolCall'
import type { SharedConversation, SharedMessage } from './SharedConversation'

/** A conversation as Markdown to be read, its messages in the order in which they stand. It is not read back. */
export function toMarkdown({ title, messages }: SharedConversation): string {
  const heading = title ? [`# ${title.replace(/\s+/g, ' ')}`] : []
  return `${[...heading, ...messages.map(messageText)].join('\n\n')}\n`
}

function messageText(message: SharedMessage): string {
  const { role, name, content, refusal, tool_calls, tool_call_id, run } = message
  const { reasoning_content, reasoning = reasoning_content } = message
  const about = [name, tool_call_id, run?.model].filter(Boolean).join(', ')
  const parts = typeof content === 'string' ? [] : content.filter(({ text }) => text === undefined)
  return [
    `**${role}**${about && ` (${about})`}:`,
    reasoning && folded(reasoning),
    textOf(message),
    refusal && `> ${refusal.replaceAll('\n', '\n> ')}`,
    ...parts.map(({ type }) => `*[${type}]*`),
    ...(message.leftOut ?? []).map(({ type, name: file }) => `*[${file ?? type}]*`),
    ...(tool_calls ?? []).map((call) => `Calls \`${nameOf(call)}\`:\n\n${fenced(inputOf(call))}`),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** What a model thought, folded where HTML counts, and set off from its answer everywhere. */
const folded = (reasoning: string) =>
  `<details>\n<summary>Reasoning</summary>\n\n> ${reasoning.replaceAll('\n', '\n> ')}\n\n</details>`

/** A block of code whose fence is longer than any inside it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}json\n${text}\n${fence}`
}
