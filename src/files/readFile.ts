import { FileFault } from './FileFault'
import type { FoundInFile } from './Found'
import { readText } from './readText'
import { isZip, textsInZip } from './readZip'

/** A browser cannot hold a longer text in one piece. */
const largest = 500_000_000

/** Hears how much of the work is done, from 0 to 1. */
export type OnPart = (part: number) => void

/** What a file holds, whatever it is called. Half of the work is reading it, half is making conversations of it. */
export async function readFile(file: Blob, now: number, onPart: OnPart = () => {}): Promise<FoundInFile> {
  if (await isZip(file)) return readZip(file, now, onPart)
  if (file.size > largest) throw new FileFault('too-large')
  const text = await textOf(file, (part) => onPart(part / 2))
  return readText(text, now, (read, of) => onPart(0.5 + read / of / 2))
}

async function readZip(file: Blob, now: number, onPart: OnPart): Promise<FoundInFile> {
  const all: FoundInFile = { found: [], faults: [], altered: false, rest: {} }
  for await (const { text, part, share } of textsInZip(file)) {
    const one = readText(text, now, (read, of) => onPart(part + (share * read) / of))
    all.found.push(...one.found)
    all.faults.push(...one.faults)
  }
  return all
}

async function textOf(file: Blob, onPart: OnPart): Promise<string> {
  const reader = file.stream().getReader()
  const decoder = new TextDecoder()
  const parts: string[] = []
  let read = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read += next.value.length
    parts.push(decoder.decode(next.value, { stream: true }))
    onPart(read / file.size)
  }
  return parts.join('') + decoder.decode()
}
