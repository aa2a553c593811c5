import { bracketDepth } from '../protocol/bracketDepth'
import { isDeep } from '../protocol/isDeep'
import { FileFault } from './FileFault'

/** JSON as it stands in a file, or a FileFault; also where brackets stand more than `most` deep in one another. */
export function parseJson(text: string, most?: number): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  if (!/\S/.test(json)) throw new FileFault('empty')
  if (isDeep(json, most)) throw new FileFault('too-large')
  try {
    return JSON.parse(json)
  } catch {
    throw new FileFault(isCut(json) ? 'cut' : 'not-json')
  }
}

/** Whether a text begins as an object or a list of JSON, and something in it is still open at its end. */
function isCut(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  const { open, inText } = bracketDepth(text)
  return inText || open > 0
}
