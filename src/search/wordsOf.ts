import { type Message, textOf } from '../conversation/Message'
import { inputOf, nameOf } from '../protocol/toolCall'

/** The parts of a message that can hold what is looked for. */
export type Part = 'content' | 'refusal' | 'tool_calls' | 'reasoning'

/** Every text of a message, by its part, what was thought behind what was said; what is empty is left out. */
export function partsOf(message: Message): [part: Part, text: string][] {
  const calls = (message.tool_calls ?? []).map((call) => `${nameOf(call)} ${inputOf(call)}`).join('\n')
  const parts: [Part, string][] = [
    ['content', textOf(message)],
    ['refusal', message.refusal ?? ''],
    ['tool_calls', calls],
    ['reasoning', message.reasoning_content || message.reasoning || ''],
  ]
  return parts.filter(([, text]) => text)
}

/** All of it as one text. */
export const wordsOf = (message: Message) =>
  partsOf(message)
    .map(([, text]) => text)
    .join('\n')

/** The model that wrote it, as the reply named it, else as it was asked for; '' if nobody's did. */
export const modelOf = ({ run }: Message) => run?.model ?? asText(run?.parameters.model)

const asText = (value: unknown) => (typeof value === 'string' ? value : '')
