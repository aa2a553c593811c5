import type { IncomingHttpHeaders } from 'node:http'
import type { RequestBody } from '../../src/protocol/wire'
import type { Options } from './Options'
import type { Step } from './Step'

/** One request for a completion, as a scenario sees it. */
export interface Call {
  /** `id` and `created` of the answer. */
  id: string
  created: number
  /** The model as it was sent, options and all. */
  model: string
  options: Options
  body: RequestBody
  headers: IncomingHttpHeaders
  /** How often this tenant has asked for this model before. */
  earlier: number
  /** Where the request arrived, the server's second origin, and the path it came by. */
  origin: string
  otherOrigin: string
  path: string
}

/** What the server does for one model name. Pure: the same call gives the same steps. */
export interface Scenario {
  /** Options of its own, beside those in `commonOptions`. */
  options?: readonly string[]
  /** What an option is when the model name does not give it. */
  defaults?: Record<string, string>
  steps: (call: Call) => Iterable<Step>
}
