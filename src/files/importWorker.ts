import { visiblePath } from '../conversation/Tree'
import { FileFault } from './FileFault'
import type { Found, FoundInFile } from './Found'
import type { FileFaultRecord, FoundRow, Question, Told } from './importMessages'
import { checksum } from './checksum'
import { hasUsableIds } from './freshIds'
import { readFile } from './readFile'
import { readText } from './readText'

/**
 * Reads files away from the page, which a large one would hold up, and keeps what it found until it is asked for. To end
 * it is to forget all of it.
 */
const found: Found[] = []

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data))

async function answer(question: Question): Promise<void> {
  if ('take' in question) return tell({ trees: question.take.map((place) => found[place]!.tree) })
  const { sources, now } = question
  const rows: FoundRow[] = []
  const faults: FileFaultRecord[] = []
  const rest: Record<string, unknown>[] = []
  for (const [at, source] of sources.entries()) {
    const name = typeof source === 'string' ? '' : source.name
    const onPart = throttled((part) => tell({ part: (at + part) / sources.length, name }))
    try {
      const read = typeof source === 'string' ? readText(source, now) : await readFile(source, now, onPart)
      rows.push(...read.found.map((one) => rowOf(one, name)))
      faults.push(...read.faults.map((fault) => recordOf(fault, name)), ...alteredIn(read, name))
      rest.push({ ...read.rest, file: name })
    } catch (error) {
      faults.push(recordOf(error, name))
    }
  }
  tell({ rows, faults, rest })
}

const tell = (told: Told) => postMessage(told)

function rowOf(one: Found, file: string): FoundRow {
  const { tree, source, leftBehind, altered, isWhole, request } = one
  const { id, title, created, updated } = tree.conversation
  return {
    place: found.push(one) - 1,
    file,
    source,
    id,
    title,
    created,
    updated,
    messages: tree.messages.size,
    inView: visiblePath(tree).length,
    leftBehind,
    altered,
    isWhole,
    ...(request && { request }),
    hasUsableIds: hasUsableIds(tree),
    content: checksum([...tree.messages.values()]),
  }
}

const recordOf = (error: unknown, name: string): FileFaultRecord =>
  error instanceof FileFault ? { kind: error.kind, at: error.at, name } : { kind: 'unreadable', at: '', name }

const alteredIn = ({ altered }: FoundInFile, name: string): FileFaultRecord[] =>
  altered ? [{ kind: 'altered', at: '', name }] : []

/** Ten times a second is enough for who watches. */
function throttled(tell: (part: number) => void): (part: number) => void {
  let last = 0
  return (part) => {
    const now = Date.now()
    if (now - last < 100) return
    last = now
    tell(part)
  }
}
