import type { JsonFault, JsonValue } from '../ui/parseJson'

export type JsonPath = readonly (string | number)[]

/** What happens to values while a text is read, in the order of the text. Offsets are those of the text. */
export type JsonEvent =
  | { type: 'open'; key: string | number | undefined; list: boolean; start: number }
  | { type: 'value'; key: string | number | undefined; value: JsonValue; start: number; end: number }
  | { type: 'close'; key: string | number | undefined; value: JsonValue; start: number; end: number }

/** A reader of JSON that comes piece by piece. */
export interface PartialJson {
  /** Reads on. The work depends on the piece alone, not on how much has come before. */
  push: (piece: string) => void
  /** Nothing more will come: a number at the root ends only here, and what is still open is a fault. */
  end: () => void
  /**
   * The value as far as it has come; undefined before its first character. What is open grows in place; what is
   * closed is not touched again. A number or a word is there when it has ended, a string as it grows.
   */
  readonly value: JsonValue | undefined
  /** Where the text stands: from the root to what is being written. Empty when nothing is open. */
  readonly openPath: JsonPath
  readonly complete: boolean
  readonly fault: { offset: number; reason: JsonFault } | undefined
}
