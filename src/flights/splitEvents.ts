const LF = 10
const CR = 13

/** Where one event stands in the bytes of a stream, with the blank line that ends it. */
export interface EventPlace {
  start: number
  end: number
  /** Whether its blank line has come. */
  isWhole: boolean
}

/** Cuts a stream of events where its blank lines are, whatever ends a line. Every byte but blank lines is in one of them. */
export function splitEvents(bytes: Uint8Array): EventPlace[] {
  const places: EventPlace[] = []
  let start = hasMark(bytes) ? 3 : 0
  let line = start
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== LF && byte !== CR) continue
    const isBlank = at === line
    if (byte === CR && bytes[at + 1] === LF) at++
    line = at + 1
    if (!isBlank) continue
    // A blank line after another one ends nothing.
    if (isBlankUpTo(bytes, start, line)) start = line
    else {
      places.push({ start, end: line, isWhole: true })
      start = line
    }
  }
  if (start < bytes.length) places.push({ start, end: bytes.length, isWhole: false })
  return places
}

const isBlankUpTo = (bytes: Uint8Array, start: number, end: number) =>
  end - start <= 2 && bytes.subarray(start, end).every((byte) => byte === LF || byte === CR)

const hasMark = ([first, second, third]: Uint8Array) => first === 0xef && second === 0xbb && third === 0xbf
