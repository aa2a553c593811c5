import { isObject } from '../protocol/isObject'

/** What stands in JSON, by its kind. */
type Check = (value: unknown) => boolean

export const text = (value: unknown): value is string => typeof value === 'string'
export const flag: Check = (value) => typeof value === 'boolean'
/** JSON has numbers such as 1e999, which are none. */
export const number: Check = (value) => Number.isFinite(value)
/** Milliseconds since 1970 that a calendar knows. */
export const time: Check = (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15
export const count: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
/** An id: a text that says something. */
export const name: Check = (value) => text(value) && value !== ''
export const texts: Check = (value) => isObject(value) && Object.values(value).every(text)

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
export const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
