import type { Tree } from '../conversation/Tree'
import type { Question, Told } from './importMessages'

export type FoundInFiles = Extract<Told, { rows: unknown }>

/** Reads files in a worker of its own, which keeps what it has found until this is closed. */
export class ImportReader {
  readonly #worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' })

  /** What the files and pasted texts hold. Rejects where the worker is lost: a file was larger than the memory. */
  read(sources: (File | string)[], onPart: (part: number, name: string) => void): Promise<FoundInFiles> {
    return this.#ask({ sources, now: Date.now() }, (told) => {
      if ('part' in told) onPart(told.part, told.name)
      return 'rows' in told ? told : undefined
    })
  }

  /** Conversations by their places. */
  take(places: number[]): Promise<Tree[]> {
    return this.#ask({ take: places }, (told) => ('trees' in told ? told.trees : undefined))
  }

  /** Ends it, whatever it is doing. */
  close(): void {
    this.#worker.terminate()
  }

  #ask<Answer>(question: Question, hear: (told: Told) => Answer | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const end = new AbortController()
      const { signal } = end
      const onTold = ({ data }: MessageEvent<Told>) => {
        const answer = hear(data)
        if (answer === undefined) return
        end.abort()
        resolve(answer)
      }
      const onError = () => {
        end.abort()
        reject(new Error('The worker that reads files has ended.'))
      }
      this.#worker.addEventListener('message', onTold, { signal })
      this.#worker.addEventListener('error', onError, { signal })
      this.#worker.addEventListener('messageerror', onError, { signal })
      this.#worker.postMessage(question)
    })
  }
}
