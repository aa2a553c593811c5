import type { JsonValue } from '../ui/parseJson'
import type { AnswerCheck } from './checkAnswer'
import type { JsonEvent, JsonPath, PartialJson } from './JsonEvent'
import { createPartialJson } from './partialJson'
import { unwrapFence } from './unwrapFence'
import type { Violation } from './violation'

/** What a schema says of an answer. */
export interface Verdict {
  violation: Violation | undefined
  /** Whether the whole answer has been held against a schema, and fits it. */
  fits: boolean
  /** The validator can make nothing of the schema. */
  unusable: boolean
}

/** What there is of an answer that should be JSON. */
export interface AnswerReading extends Verdict {
  /** The text without a fence around it. */
  json: string
  fenced: boolean
  /** As far as it has come; undefined if there is nothing, or nothing that is JSON. */
  value: JsonValue | undefined
  /** Where it is growing; undefined when nothing is. */
  growing: JsonPath | undefined
  /** Whether the text is one whole JSON value. */
  whole: boolean
}

/** So many settled values are held against the schema at a time; what is left over is next. */
const most = 5000

/**
 * Reads an answer as it grows: only what is new of it is looked at. Being asked twice for the same text changes
 * nothing; a text that does not go on from the one before is read from its beginning.
 */
export function createAnswerReader(makeCheck?: () => AnswerCheck) {
  let seen = ''
  let events: JsonEvent[] = []
  let json: PartialJson = createPartialJson()
  let check: AnswerCheck | undefined
  let ended = false
  let violation: Violation | undefined
  let unusable = false

  /** A schema comes from anywhere: one with a reference to nothing, or a bad pattern, throws only when it is used. */
  const guarded = <Result>(attempt: () => Result): Result | undefined => {
    if (unusable) return undefined
    try {
      return attempt()
    } catch {
      unusable = true
      return undefined
    }
  }

  const begin = () => {
    seen = ''
    ended = false
    violation = undefined
    events = []
    check = makeCheck && guarded(makeCheck)
    json = createPartialJson(check && ((event) => events.push(event)))
  }
  begin()

  return (text: string, streaming: boolean): AnswerReading => {
    const { json: source, fenced } = unwrapFence(text)
    const asBefore = ended && !streaming && source === seen
    if (!asBefore && (ended || !source.startsWith(seen))) begin()
    json.push(source.slice(seen.length))
    seen = source
    if (streaming) violation = guarded(() => check?.read(events, most))
    else if (!ended) {
      ended = true
      json.end()
      violation = guarded(() => check?.read(events))
      const { value } = json
      if (json.complete && value !== undefined) violation ??= guarded(() => check?.whole(value))
    }
    const { value, complete, fault, openPath } = json
    const whole = complete && ended
    return {
      json: source,
      fenced,
      value,
      growing: streaming && !complete && !fault ? openPath : undefined,
      whole,
      violation,
      fits: whole && check !== undefined && !violation && !unusable,
      unusable,
    }
  }
}
