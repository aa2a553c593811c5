import { type Unknowns, isObject } from '../protocol/isObject'

/** What the last answer taught about a model: what had been estimated, in thousandths, and what was counted. */
export interface Observation {
  estimated: number
  counted: number
}

/** By endpoint and model; the one seen last stands last. */
export type Calibrations = ReadonlyMap<string, Observation>

/** A model of one endpoint: under the same name another server may run something else. */
export const modelKey = (endpoint: string, model = '') => `${endpoint} ${model}`

/**
 * What can be learnt from a count. Less than half of the estimate is not the whole prompt: some servers count only
 * what their cache did not hold, and llama.cpp cuts a prompt that is too long without a word.
 */
export function observe(estimated: number, counted: unknown): Observation | undefined {
  if (!Number.isSafeInteger(estimated) || estimated <= 0) return undefined
  if (typeof counted !== 'number' || !Number.isSafeInteger(counted) || counted <= 0) return undefined
  return counted * 2000 < estimated ? undefined : { estimated, counted }
}

/**
 * Whole tokens for an estimate in thousandths, as the last count suggests; for the request that was counted it is that
 * count. A model's own tokens explain at most twice the estimate. What goes beyond is what the server puts
 * around every prompt, and does not grow with it.
 */
export function calibrated(estimate: number, seen: Observation | undefined): number {
  if (!seen) return Math.round(estimate / 1000)
  const { estimated, counted } = seen
  if (counted * 1000 <= estimated * 2) return Math.round((estimate * counted) / estimated)
  return Math.round((2 * (estimate - estimated)) / 1000) + counted
}

/** How many tokens of the prompt an estimated one stands for; what a server adds to every prompt is not in it. */
export const slopeOf = (seen: Observation | undefined): number =>
  seen ? Math.min(2, (seen.counted * 1000) / seen.estimated) : 1

const most = 60

/** With one more observation; the oldest give way. */
export function withObservation(all: Calibrations, key: string, seen: Observation): Calibrations {
  const others = [...all].filter(([known]) => known !== key)
  return new Map([...others, [key, seen] as const].slice(-most))
}

/** What is kept, and what can be read of it, whatever it is. */
export const writeCalibrations = (all: Calibrations) => ({
  version: 1,
  seen: [...all].map(([key, { estimated, counted }]) => ({ key, estimated, counted })),
})

export function readCalibrations(kept: unknown): Calibrations {
  const list: unknown = isObject(kept) ? kept['seen'] : undefined
  const entries = Array.isArray(list) ? list.filter(isObject).flatMap(readEntry) : []
  return new Map(entries.slice(-most))
}

function readEntry({ key, estimated, counted }: Unknowns): [string, Observation][] {
  const seen = typeof estimated === 'number' ? observe(estimated, counted) : undefined
  return typeof key === 'string' && seen ? [[key, seen]] : []
}
