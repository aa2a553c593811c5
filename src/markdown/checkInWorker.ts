import type { Verdict } from './answerReader'
import type { Answer, Question } from './checkWorker'

/** What is known of an answer: how its schema is met by `text`, or that what checks it could not be loaded. */
export type Said = (Verdict & { text: string; streaming: boolean }) | 'not-loaded'

export interface Checking {
  /** The answer as far as it has come. */
  more: (text: string, streaming: boolean) => void
  /** Nobody is interested any more. */
  end: () => void
}

/** How long one answer may take, in milliseconds: a schema may come from a stranger, and have a pattern without an end. */
const patience = 3000
/** How long the worker stays when it has nothing to do, and rests when an answer grows. */
const idle = 20_000
const pause = 50

interface Session extends Checking {
  readonly id: number
  readonly schema: object
  readonly told: (said: Said) => void
  /** What is to be checked next, and what is being checked. */
  text: string
  streaming: boolean
  sent: { text: string; streaming: boolean }
  /** The worker that knows the schema. */
  worker?: Worker
}

let worker: Worker | undefined
let isReady = false
let next = 1
/** Who is asked about, one at a time, so that it is known who takes too long. */
let asked: Session | undefined
const waiting = new Set<Session>()
let watch: ReturnType<typeof setTimeout> | undefined
let rest: ReturnType<typeof setTimeout> | undefined
let leave: ReturnType<typeof setTimeout> | undefined

/** Has an answer held against its schema in a worker, while it grows. */
export function checkInWorker(schema: object, told: (said: Said) => void): Checking {
  let over = false
  const session: Session = {
    id: next++,
    schema,
    told: (said) => {
      if (said !== 'not-loaded' && said.unusable) over = true
      told(said)
    },
    text: '',
    streaming: true,
    sent: { text: '', streaming: true },
    more(text, streaming) {
      if (over) return
      Object.assign(session, { text, streaming })
      waiting.add(session)
      ask()
    },
    end() {
      over = true
      waiting.delete(session)
      if (worker && session.worker === worker) send({ id: session.id, over: true })
    },
  }
  return session
}

const send = (question: Question) => worker?.postMessage(question)

function ask() {
  if (asked || rest) return
  clearTimeout(leave)
  const [session] = waiting
  if (!session) {
    leave = setTimeout(stop, idle)
    return
  }
  waiting.delete(session)
  asked = session
  worker ??= start()
  const { id, schema, text, streaming } = session
  session.sent = { text, streaming }
  send({ id, text, streaming, ...(session.worker !== worker && { schema }) })
  session.worker = worker
  if (isReady) beginWatch()
}

function beginWatch() {
  watch = setTimeout(() => {
    const slow = asked!
    stop()
    slow.told({ violation: undefined, fits: false, unusable: true, ...slow.sent })
    ask()
  }, patience)
}

function start(): Worker {
  const started = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.id === undefined) {
      // Until it has come, it is the network that takes its time.
      isReady = true
      if (asked) beginWatch()
    } else answered(data.verdict)
  })
  started.addEventListener('error', () => {
    const all = [...(asked ? [asked] : []), ...waiting]
    waiting.clear()
    stop()
    for (const session of all) session.told('not-loaded')
  })
  return started
}

function answered(verdict: Verdict) {
  const session = asked!
  clearTimeout(watch)
  asked = undefined
  session.told({ ...verdict, ...session.sent })
  const again = () => {
    rest = undefined
    ask()
  }
  if (session.sent.streaming) rest = setTimeout(again, pause)
  else ask()
}

function stop() {
  for (const timer of [watch, rest, leave]) clearTimeout(timer)
  worker?.terminate()
  worker = rest = asked = undefined
  isReady = false
}
