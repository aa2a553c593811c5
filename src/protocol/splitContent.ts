import { isObject } from './isObject'

/** What a `content` holds: text for each place it belongs to, and parts that are none of these. */
export interface SplitContent {
  content: string
  reasoning_content: string
  refusal: string
  others: unknown[]
}

/**
 * A `content` that is a list of parts, taken apart. Mistral's reasoning models stream such lists:
 * `[{type: 'thinking', thinking: [{type: 'text', text}]}, {type: 'text', text}]`.
 */
export function splitContent(parts: readonly unknown[]): SplitContent {
  const split: SplitContent = { content: '', reasoning_content: '', refusal: '', others: [] }
  for (const part of parts) {
    if (typeof part === 'string') split.content += part
    else if (!isObject(part)) continue
    else if (part.type === 'thinking' || part.type === 'reasoning') {
      split.reasoning_content += textIn(part.thinking ?? part.reasoning ?? part.text)
    } else if (part.type === 'refusal') split.refusal += textIn(part.refusal)
    else if (typeof part.text === 'string') split.content += part.text
    else split.others.push(part)
  }
  return split
}

const textIn = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textIn).join('')
  return isObject(value) && typeof value.text === 'string' ? value.text : ''
}
