import type { Tree } from '../conversation/Tree'
import { ParleyFileWriter } from './ParleyFileWriter'

/** Conversations as a file that Parley reads back exactly. Nothing is left out: `cleanTree` is for what is given away. */
export function writeParleyFile(trees: Iterable<Tree>, rest: Record<string, unknown> = {}): string {
  const writer = new ParleyFileWriter(rest)
  const parts = [writer.begin()]
  for (const tree of trees) parts.push(writer.add(tree))
  return [...parts, writer.end()].join('')
}
