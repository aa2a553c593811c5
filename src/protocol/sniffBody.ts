/** What a body turns out to be. */
export type BodyShape = 'events' | 'json' | 'page' | 'other' | 'empty'

const eventField = /^(?::|(?:data|event|id|retry)(?:[:\r\n]|$))/
const mayBecomeField = (text: string) =>
  ['data', 'event', 'id', 'retry'].some((name) => name.startsWith(text))

/**
 * What a body is, by its first characters; undefined where they are too few to tell. They are asked before the
 * content type, since servers and proxies name it wrongly, and no JSON begins like an event or the other way round.
 *
 * @param ended no more characters will come
 */
export function sniffBody(text: string, contentType: string, ended: boolean): BodyShape | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start === '') return ended ? 'empty' : undefined
  if (start.startsWith('{') || start.startsWith('[')) return 'json'
  if (start.startsWith('<')) return 'page'
  if (/^text\/event-stream\b/i.test(contentType.trim())) return 'events'
  if (mayBecomeField(start) && !ended) return undefined
  return eventField.test(start) ? 'events' : 'other'
}
