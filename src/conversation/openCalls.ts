import { idOf, nameOf } from '../protocol/toolCall'
import type { Message } from './Message'

export interface OpenCall {
  id: string
  name: string
}

/**
 * The calls before a place of the path that no message of the path answers yet, the nearest message's first. What
 * stands at the place itself does not count. A server may use an id again: then its last use is meant.
 */
export function openCalls(path: readonly Message[], place = path.length): OpenCall[] {
  const open = new Map<string, OpenCall & { at: number }>()
  for (const [at, { role, tool_calls, tool_call_id, muted }] of path.entries()) {
    if (at === place || muted) continue
    if (role === 'tool') open.delete(tool_call_id ?? '')
    if (at < place)
      for (const call of tool_calls ?? []) {
        const id = idOf(call)
        if (id) open.set(id, { id, name: nameOf(call), at })
      }
  }
  return [...open.values()].toSorted((one, other) => other.at - one.at).map(({ id, name }) => ({ id, name }))
}
