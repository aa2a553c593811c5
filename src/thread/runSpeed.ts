import type { RunFacts } from '../conversation/Message'
import { readUsage } from '../state/usage'

/** How quick a run was. Times are milliseconds, from when it was sent. */
export interface RunSpeed {
  /** When the first word came; only of an answer that was streamed. */
  firstToken?: number
  inAll?: number
  /** Tokens a second, of all choices of the run together. */
  perSecond?: number
  /** Whether that is the server's own measure. */
  isMeasured: boolean
}

/** Below this an answer came in one piece, and its speed is the network's, in milliseconds. */
const shortest = 100

export function runSpeed({ usage, extra, started, firstToken, ended, parameters }: RunFacts): RunSpeed {
  const { output, perSecond: measured } = readUsage(usage, extra)
  const streamed = parameters.stream === true && firstToken !== undefined
  const writing = streamed && ended !== undefined ? ended - firstToken : 0
  const perSecond = measured ?? (output && writing > shortest ? output / (writing / 1000) : undefined)
  return {
    ...(streamed && { firstToken: firstToken - started }),
    ...(ended !== undefined && { inAll: ended - started }),
    ...(perSecond !== undefined && { perSecond }),
    isMeasured: measured !== undefined,
  }
}
