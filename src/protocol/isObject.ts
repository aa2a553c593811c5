/** A JSON object as it came: anything may stand under any name. */
export type Unknowns = Record<string, unknown>

export const isObject = (value: unknown): value is Unknowns =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
