import { type Message, isLive } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import { format, version } from './ParleyFile'
import { checksum } from './checksum'

/**
 * Writes a file of Parley's own piece by piece, so that a whole library need not be held as one text: the pieces of
 * `begin`, `add` for each conversation, and `end`, one behind the other.
 */
export class ParleyFileWriter {
  readonly #head: Record<string, unknown>
  readonly #checksums: string[] = []

  /** `rest` is what stands beside the conversations. */
  constructor(rest: Record<string, unknown> = {}) {
    const { format: _format, version: _version, conversations: _all, checksum: _checksum, ...others } = rest
    this.#head = { format, version, ...others }
  }

  begin(): string {
    return `${JSON.stringify(this.#head).slice(0, -1)},"conversations":[`
  }

  add(tree: Tree): string {
    const filed = toFile(tree)
    const sum = checksum(filed)
    const before = this.#checksums.length ? ',\n' : '\n'
    this.#checksums.push(sum)
    return `${before}${JSON.stringify({ ...filed, checksum: sum })}`
  }

  end(): string {
    return `\n],"checksum":"${checksum({ ...this.#head, conversations: this.#checksums })}"}\n`
  }
}

function toFile({ conversation, messages }: Tree): Record<string, unknown> {
  const { endpoint, ...facts } = conversation
  return { ...facts, ...(endpoint && { endpoint }), messages: [...messages.values()].map(messageToFile) }
}

/** Nobody will write on what is read back: what is being written is as if its page had gone away. */
function messageToFile({ conversation: _conversation, ...message }: Message): Record<string, unknown> {
  return isLive(message) ? { ...message, status: 'interrupted' } : message
}
