import type { ReactNode } from 'react'

const token = /"(?:[^"\\]|\\.)*(?:"|\\?$)|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g

/** A line of JSON in colours, also when it is not complete. Keys are told from strings by what follows them. */
export function tint(line: string): ReactNode[] {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { 0: found, index } of line.matchAll(token)) {
    if (index > at) pieces.push(line.slice(at, index))
    at = index + found.length
    pieces.push(
      <span key={index} className={kindOf(found, line.slice(at, at + 8))}>
        {found}
      </span>,
    )
  }
  pieces.push(line.slice(at))
  return pieces
}

function kindOf(found: string, after: string): string {
  if (found.startsWith('"')) return /^\s*:/.test(after) ? 'json-key' : 'json-string'
  return /^[-\d]/.test(found) ? 'json-number' : 'json-word'
}
