import type { PairKind } from './fields'

export interface Pair {
  key: string
  value: string
}

/** What is wrong with a pair; a pair that is wholly blank is only not there yet. */
export type PairFault =
  | 'no-key'
  | 'no-token'
  | 'twice'
  | 'long-key'
  | 'long-value'
  | 'no-number'
  | 'out-of-range'

export type ReadPairs =
  | { ok: true; value: Record<string, string> | Record<string, number> | undefined }
  | { ok: false; faults: (PairFault | undefined)[] }

/** Reads pairs typed by hand into an object. No pairs at all are no object. */
export function readPairs(pairs: readonly Pair[], kind: PairKind): ReadPairs {
  const keys = new Set<string>()
  const faults = pairs.map((pair) => {
    if (isBlank(pair)) return undefined
    const key = pair.key.trim()
    const fault = keys.has(key) ? 'twice' : faultOf({ ...pair, key }, kind)
    keys.add(key)
    return fault
  })
  if (faults.some((fault) => fault !== undefined)) return { ok: false, faults }
  const entries = pairs.filter((pair) => !isBlank(pair)).map(({ key, value }) => [key.trim(), value] as const)
  if (!entries.length) return { ok: true, value: undefined }
  return {
    ok: true,
    value:
      kind.of === 'texts'
        ? Object.fromEntries(entries)
        : Object.fromEntries(entries.map(([key, value]) => [key, numberIn(value)])),
  }
}

function faultOf({ key, value }: Pair, kind: PairKind): PairFault | undefined {
  if (key === '') return 'no-key'
  if (kind.of === 'texts') {
    if (lengthOf(key) > kind.longestKey) return 'long-key'
    return lengthOf(value) > kind.longestValue ? 'long-value' : undefined
  }
  if (!/^\d+$/.test(key)) return 'no-token'
  const number = value.trim() === '' ? Number.NaN : numberIn(value)
  if (!Number.isFinite(number)) return 'no-number'
  return number < kind.min || number > kind.max ? 'out-of-range' : undefined
}

const numberIn = (text: string) => Number(text.trim().replace(',', '.').replace('−', '-'))
const isBlank = ({ key, value }: Pair) => key.trim() === '' && value.trim() === ''
const lengthOf = (text: string) => Array.from(text).length

/** An object as pairs to type in. */
export const pairsOf = (value: unknown): Pair[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, one]: [string, unknown]) => ({ key, value: String(one) }))
    : []
