import { whenIdle } from '../ui/whenIdle'
import type { Answer, Question } from './colourWorker'
import { longest } from './tints'

/** Code that may still grow. */
interface Source {
  readonly code: string
  readonly growing: boolean
}

export interface Colouring {
  /** The code has grown, or will not grow any more. */
  more: () => void
  /** Nobody is interested any more. */
  end: () => void
}

/** How long the worker stays when it has nothing to do, in milliseconds. */
const idle = 20_000
/** Longer than this no grammar needs; one that does has lost its way. */
const patience = 30_000
/** Between two questions about the same code. */
const pause = 100

let worker: Worker | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let next = 1
const sessions = new Map<number, Session>()

/** Has code coloured in a worker, which sees it while it grows; `paint` gets what the worker has to say. */
export function colourInWorker(
  language: string,
  source: Source,
  paint: (news: Uint32Array) => void,
): Colouring {
  const session = new Session(next++, language, source, paint)
  sessions.set(session.id, session)
  session.more()
  return session
}

class Session implements Colouring {
  private sent = 0
  private whole = false
  private over = false
  private cancel: (() => void) | undefined
  private watch: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly id: number,
    private readonly language: string,
    private readonly source: Source,
    private readonly paint: (news: Uint32Array) => void,
  ) {}

  more() {
    if (this.over || this.cancel || this.watch) return
    this.cancel = whenIdle(() => {
      this.cancel = undefined
      this.ask()
    })
  }

  end() {
    if (this.over) return
    worker?.postMessage({ id: this.id, over: true } satisfies Question)
    this.close()
  }

  /** No more of this session, whether or not the worker has said all. */
  close() {
    this.over = true
    this.cancel?.()
    clearTimeout(this.watch)
    sessions.delete(this.id)
    if (sessions.size > 0) return
    clearTimeout(timer)
    timer = setTimeout(stop, idle)
  }

  private ask() {
    const { code, growing } = this.source
    const text = code.slice(this.sent, longest + 1)
    if (growing && text === '') return
    this.sent += text.length
    this.whole = !growing
    this.watch = setTimeout(stop, patience)
    ask({ id: this.id, language: this.language, text, whole: this.whole })
  }

  /** A costly piece of code is asked about less often. */
  answered({ news, took }: Answer) {
    clearTimeout(this.watch)
    this.watch = undefined
    if (news?.length) this.paint(news)
    if (!news || this.whole) this.close()
    else {
      const wait = setTimeout(
        () => {
          this.cancel = undefined
          this.more()
        },
        this.source.growing ? Math.max(pause, 4 * took) : 0,
      )
      this.cancel = () => clearTimeout(wait)
    }
  }
}

function ask(question: Question) {
  clearTimeout(timer)
  worker ??= start()
  worker.postMessage(question)
}

function start(): Worker {
  const started = new Worker(new URL('./colourWorker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
    sessions.get(data.id)?.answered(data),
  )
  started.addEventListener('error', stop)
  return started
}

function stop() {
  for (const session of sessions.values()) session.close()
  clearTimeout(timer)
  worker?.terminate()
  worker = undefined
}
