import type { JsonObject } from './wire'

/** A JSON object as it came: anything may stand under any name. */
export type Unknowns = Record<string, unknown>

export const isObject = (value: unknown): value is Unknowns =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same, of what came out of JSON or goes into it: an object is all there is to see to. */
export const isJsonObject = (value: unknown): value is JsonObject => isObject(value)
