import { isObject } from '../protocol/isObject'
import { isDeep } from '../protocol/isDeep'
import { FileFault } from './FileFault'
import type { FoundInFile } from './Found'
import { fileInPage } from './pageFile'
import { parseJson } from './parseJson'
import { isCurl, readCurl } from './readCurl'
import { type OnRead, readJson } from './readJson'
import { isLibreChat } from './readLibreChat'

/** A tree of LibreChat's has two brackets for every message; nothing else may be deep. */
const deepestTree = 20_000

/** What the text of a file holds: JSON of any known kind, lines of it, a page that Parley has made, or a command. */
export function readText(text: string, now: number, onRead?: OnRead): FoundInFile {
  if (/^\ufeff?\s*</.test(text)) return readJson(parseJson(fileInPage(text)), now, onRead)
  if (isCurl(text)) return { found: [readCurl(text, now)], faults: [], altered: false, rest: {} }
  return readJson(parsed(text), now, onRead)
}

function parsed(text: string): unknown {
  let json: unknown
  try {
    json = parseJson(text, deepestTree)
  } catch (error) {
    if (!(error instanceof FileFault) || error.kind === 'empty' || error.kind === 'too-large') throw error
    const lines = linesOf(text)
    if (!lines) throw error
    return lines
  }
  if (!(isObject(json) && isLibreChat(json)) && isDeep(text)) throw new FileFault('too-large')
  return json
}

/** A value a line (JSON Lines); undefined where already the first is none. */
function linesOf(text: string): unknown[] | undefined {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim())
  if (!/^\s*[[{]/.test(lines[first] ?? '') || !lines.slice(first + 1).some((line) => line.trim()))
    return undefined
  if (!isJson(lines[first] ?? '')) return undefined
  return lines.flatMap((line, at): unknown[] => {
    if (!line.trim()) return []
    try {
      return [parseJson(line)]
    } catch {
      throw new FileFault('unreadable', `line ${at + 1}`)
    }
  })
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
