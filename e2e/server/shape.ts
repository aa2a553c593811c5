import type { Options } from './Options'
import { type Step, hold, pause, write } from './Step'

/** The options that every scenario takes. `chunk` is read where text is cut into deltas. */
export const commonOptions = [
  'chunk',
  'tps',
  'delay',
  'gate',
  'after',
  'newline',
  'batch',
  'bytes',
  'every',
] as const

type Steps = Iterable<Step>

const newlines: Record<string, string> = { crlf: '\r\n', cr: '\r' }

function* withNewlines(steps: Steps, newline: string): Steps {
  for (const step of steps) {
    if (step.type !== 'write' || typeof step.data !== 'string') yield step
    else yield { ...step, data: step.data.replaceAll('\n', newline) }
  }
}

/** Waits at each gate once so many tokens have gone out; with 0, right after the headers. */
function* withGates(steps: Steps, gates: { after: number; gate: string }[]): Steps {
  const ahead = [...gates]
  let tokens = 0
  for (const step of steps) {
    yield step
    if (step.type === 'write') tokens += step.tokens
    while (ahead[0] && tokens >= ahead[0].after) yield hold(ahead.shift()!.gate)
  }
}

function* withSpeed(steps: Steps, tokensPerSecond: number): Steps {
  for (const step of steps) {
    yield step
    if (step.type === 'write' && step.tokens > 0) yield pause((step.tokens * 1000) / tokensPerSecond)
  }
}

function* withDelay(steps: Steps, ms: number): Steps {
  for (const step of steps) {
    yield step
    if (step.type === 'head') yield pause(ms)
  }
}

/** Several writes as one. A gate or an end sends off what has gathered. */
function* inBatches(steps: Steps, size: number): Steps {
  let parts: Buffer[] = []
  let tokens = 0
  let ms = 0
  function* flush(): Steps {
    if (parts.length > 0) yield write(Buffer.concat(parts), tokens)
    if (ms > 0) yield pause(ms)
    parts = []
    tokens = 0
    ms = 0
  }
  for (const step of steps) {
    if (step.type === 'pause') ms += step.ms
    else if (step.type === 'write') {
      if (parts.length >= size) yield* flush()
      parts.push(Buffer.from(step.data))
      tokens += step.tokens
    } else {
      yield* flush()
      yield step
    }
  }
  yield* flush()
}

/** Every write cut into so many bytes, with a pause after each if `every` says so. */
function* inBytes(steps: Steps, size: number, every: number): Steps {
  for (const step of steps) {
    if (step.type !== 'write') {
      yield step
      continue
    }
    const bytes = Buffer.from(step.data)
    for (let start = 0; start < bytes.length; start += size) {
      yield write(bytes.subarray(start, start + size), start === 0 ? step.tokens : 0)
      if (every > 0) yield pause(every)
    }
  }
}

/** The steps of a scenario as the common options want them on the wire. */
export function shape(steps: Steps, options: Options): Steps {
  let shaped = steps
  const gates = options.list('gate')
  const after = options.list('after').map(Number)
  const newline = newlines[options.text('newline', 'lf')]
  const every = options.number('every', 0)
  if (newline) shaped = withNewlines(shaped, newline)
  if (gates.length > 0) {
    shaped = withGates(
      shaped,
      gates.map((gate, index) => ({ gate, after: after[index] ?? 0 })),
    )
  }
  if (options.has('tps')) shaped = withSpeed(shaped, options.number('tps', 1))
  if (options.has('delay')) shaped = withDelay(shaped, options.number('delay', 0))
  if (options.has('batch')) shaped = inBatches(shaped, options.number('batch', 1))
  if (options.has('bytes')) shaped = inBytes(shaped, options.number('bytes', 1), every)
  return shaped
}
