import { readWritten } from '../conversation/readWritten'
import type { Written } from '../conversation/written'
import { parseJson } from '../ui/parseJson'
import { t } from '../words/rooms'

/** A message typed as JSON, or a sentence on why it is none. */
export function readMessageJson(text: string): { written: Written } | { wrong: string } {
  const json = parseJson(text)
  if (!json.ok)
    return { wrong: t.markdown.jsonFault(json.line, json.column, t.markdown.jsonFaults[json.reason]) }
  const read = readWritten(json.value)
  return read.ok ? { written: read.written } : { wrong: t.message.notAMessage[read.fault] }
}
