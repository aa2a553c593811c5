/** How deep names are joined by points; what lies deeper is shown as JSON. */
const deepest = 3
const most = 60
const longest = 300

/** The values inside what a server sent, each with its path: `prompt_tokens_details.cached_tokens`, `0`. */
export function flatten(value: unknown, path = '', depth = 0): [path: string, value: string][] {
  const isOpen = typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest
  if (!isOpen) return [[path, asText(value)]]
  return Object.entries(value)
    .flatMap(([name, inside]) => flatten(inside, path ? `${path}.${name}` : name, depth + 1))
    .slice(0, most)
}

function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : toJSON(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function toJSON(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    // A server can nest lists deeper than the browser can write them.
    return '…'
  }
}
