import { checksum } from './checksum'

/** Whether an id can stand in an address, and is no name that every object has. */
export const isUsableId = (id: string) => /^[\w-]{1,100}$/.test(id) && !(id in {})

/**
 * The id under which a conversation of another program is kept: its own where it can be, else one made of what it
 * says, so that the same conversation gets the same id again.
 */
export function idFrom(id: string | undefined, content: () => unknown): string {
  if (id !== undefined && isUsableId(id)) return id
  const json = JSON.stringify([id, content()])
  return `i-${checksum(json)}${fnv(json)}`
}

/** FNV-1a, beside CRC-32: two hashes of which one says nothing about the other. */
function fnv(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
