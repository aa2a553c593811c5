import type { Message } from '../conversation/Message'
import { isObject } from '../protocol/isObject'
import type { ContentPart } from '../protocol/wire'
import type { SourceTree } from './SourceTree'

/** A content in the API's form: a text or a list of parts. What is neither is counted. */
export function contentIn(content: unknown, source: SourceTree): Message['content'] {
  if (typeof content === 'string') return content
  if (content === null || content === undefined) return ''
  if (!Array.isArray(content)) {
    source.leftBehind.others += 1
    return ''
  }
  const parts = content.flatMap((part: unknown): ContentPart[] => {
    if (typeof part === 'string') return [{ type: 'text', text: part }]
    if (isPart(part)) return [part]
    source.leftBehind.others += 1
    return []
  })
  return parts
}

const isPart = (part: unknown): part is ContentPart =>
  isObject(part) &&
  typeof part['type'] === 'string' &&
  (part['text'] === undefined || typeof part['text'] === 'string')
