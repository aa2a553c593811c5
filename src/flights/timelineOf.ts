import type { Flight } from './Flight'
import type { FlightEvent } from './readFlightEvents'

/** What the times of a record tell. Times are milliseconds from sending; each only where it is known. */
export interface Timeline {
  /** The end of the record, or the newest that has come. */
  length: number
  headers?: number
  firstByte?: number
  /** The first event that brought words. */
  firstWords?: number
  lastWords?: number
  /** The longest silence between two reads. */
  longestGap?: { from: number; to: number }
  /** Of the pauses between events with words: the one in the middle. */
  usualGap?: number
  /** Tokens, or where nobody has counted them pieces, in each of equal stretches of time, a second. */
  rates: number[]
  unit: 'tokens' | 'pieces'
}

/** How many stretches the timeline is cut into. */
const stretches = 48

/** @param tokens how many tokens the answer has, where the server has counted them: they are spread over its letters */
export function timelineOf(
  flight: Pick<Flight, 'response' | 'reads' | 'ended'>,
  events: readonly FlightEvent[],
  tokens?: number,
): Timeline {
  const { response, reads, ended } = flight
  const spoken = events.filter(({ words }) => words !== '')
  const [first, last] = [spoken[0]?.at, spoken.at(-1)?.at]
  const length = Math.max(ended ?? 0, reads.at(-1)?.[0] ?? 0, response?.at ?? 0)
  const gap = longestGap(reads)
  const usual = middleOf(spoken.slice(1).map(({ at }, place) => at - spoken[place]!.at))
  return {
    length,
    ...(response && { headers: response.at }),
    ...(reads[0] && { firstByte: reads[0][0] }),
    ...(first !== undefined && { firstWords: first }),
    ...(last !== undefined && { lastWords: last }),
    ...(gap && { longestGap: gap }),
    ...(usual !== undefined && { usualGap: usual }),
    rates: ratesOf(spoken, length, tokens),
    unit: tokens === undefined ? 'pieces' : 'tokens',
  }
}

function longestGap(reads: Flight['reads']): { from: number; to: number } | undefined {
  let widest: { from: number; to: number } | undefined
  for (let at = 1; at < reads.length; at++) {
    const [from, to] = [reads[at - 1]![0], reads[at]![0]]
    if (!widest || to - from > widest.to - widest.from) widest = { from, to }
  }
  return widest
}

const middleOf = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

function ratesOf(spoken: readonly FlightEvent[], length: number, tokens: number | undefined): number[] {
  const rates = Array.from({ length: stretches }, () => 0)
  if (length <= 0) return rates
  const letters = spoken.reduce((sum, { words }) => sum + words.length, 0)
  const seconds = length / stretches / 1000
  for (const { at, words } of spoken) {
    const stretch = Math.min(stretches - 1, Math.floor((at / length) * stretches))
    rates[stretch]! += (tokens === undefined ? 1 : (words.length / letters) * tokens) / seconds
  }
  return rates
}
