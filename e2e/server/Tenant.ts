import type { IncomingHttpHeaders } from 'node:http'
import { Gates } from './Gates'

/** A request as it arrived. Times are milliseconds since 1970. */
export interface RecordedRequest {
  /** Counts up over the whole server. */
  number: number
  tenant: string
  /** The origin of the server that it reached: `origin`, or `otherOrigin` after a redirect. */
  origin: string
  method: string
  path: string
  headers: IncomingHttpHeaders
  /** The parsed JSON, the text if it is no JSON, `null` if there was none. */
  body: unknown
  receivedAt: number
  /** The status that the server answered with, once it did. */
  status: number | null
  /** When the whole answer had been handed over. */
  answeredAt: number | null
  /** Whether the client left before the answer was over, and when. */
  hungUp: boolean
  hungUpAt: number | null
}

/** What one test has sent, and its gates. Tests that run side by side each have their own. */
export class Tenant {
  readonly name: string
  readonly gates = new Gates()
  requests: RecordedRequest[] = []

  constructor(name: string) {
    this.name = name
  }

  /** How often a model has been asked for. */
  asked(model: string | undefined): number {
    return this.requests.filter(({ body }) => modelOf(body) === model).length
  }

  reset(): void {
    this.requests = []
    this.gates.shutAll()
  }
}

export const modelOf = (body: unknown): string | undefined => {
  const model = body && typeof body === 'object' && 'model' in body ? body.model : undefined
  return typeof model === 'string' ? model : undefined
}
