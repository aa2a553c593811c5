import type { Message } from './Message'

/** What of a message goes out to the server, and a hand can write. */
export type Written = Pick<Message, 'role' | 'content'> &
  Partial<Pick<Message, 'name' | 'refusal' | 'tool_calls' | 'tool_call_id'>>

export function writtenOf({ role, content, name, refusal, tool_calls, tool_call_id }: Written): Written {
  return {
    role,
    content,
    ...(name && { name }),
    ...(refusal && { refusal }),
    ...(tool_calls?.length && { tool_calls }),
    ...(tool_call_id && { tool_call_id }),
  }
}

/** Without what only another role could have, and without parts that have lost their text. */
export function fitting(written: Written): Written {
  const { role, content, name, refusal, tool_calls, tool_call_id } = written
  return writtenOf({
    role,
    content: typeof content === 'string' ? content : content.filter((part) => part.text !== ''),
    ...(name?.trim() && { name: name.trim() }),
    ...(role === 'assistant' && { ...(refusal && { refusal }), ...(tool_calls && { tool_calls }) }),
    ...(role === 'tool' && tool_call_id && { tool_call_id: tool_call_id.trim() }),
  })
}

/**
 * Other text for a content. Parts that are no text stay, and so do text parts before and after the place where the
 * text has changed; a part whose text is gone stays empty until `fitting` takes it out.
 */
export function withText(content: Message['content'], text: string): Message['content'] {
  if (typeof content === 'string') return text
  const before = content.map((part) => part.text ?? '').join('')
  let start = 0
  while (start < before.length && start < text.length && before[start] === text[start]) start++
  let rest = 0
  const most = Math.min(before.length, text.length) - start
  while (rest < most && before[before.length - 1 - rest] === text[text.length - 1 - rest]) rest++
  const cut = before.length - rest
  let fresh = text.slice(start, text.length - rest)
  let from = 0
  const parts = content.map((part) => {
    if (part.text === undefined) return part
    const head = part.text.slice(0, Math.max(0, start - from))
    const tail = part.text.slice(Math.max(0, cut - from))
    const to = from + part.text.length
    // The first part that reaches the change takes the new words in.
    const isHere = to > start || (to === start && cut === start)
    const next = head + (isHere ? fresh : '') + tail
    if (isHere) fresh = ''
    from = to
    return next === part.text ? part : { ...part, text: next }
  })
  return fresh ? [{ type: 'text', text: fresh }, ...parts] : parts
}
