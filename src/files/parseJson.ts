import { isDeep } from '../protocol/isDeep'
import { FileFault } from './FileFault'

/** JSON as it stands in a file, or a FileFault. */
export function parseJson(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  if (!json.trim()) throw new FileFault('empty')
  if (isDeep(json)) throw new FileFault('too-large')
  try {
    return JSON.parse(json)
  } catch {
    throw new FileFault(isCut(json) ? 'cut' : 'not-json')
  }
}

/** Whether a text begins as an object or a list of JSON and does not end as one. */
function isCut(text: string): boolean {
  const first = /^\s*([[{])/.exec(text)?.[1]
  return first !== undefined && text.trimEnd().at(-1) !== (first === '[' ? ']' : '}')
}
