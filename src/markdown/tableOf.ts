import type { JsonValue } from '../ui/parseJson'
import type { JsonPath } from './JsonEvent'

type JsonObject = { [key: string]: JsonValue }

export interface Table {
  rows: readonly JsonValue[]
  /** Where the rows stand in the value. */
  path: JsonPath
  /** What stands beside them. */
  beside: [key: string, value: JsonValue][]
}

/** So many rows are looked at to see whether they are a table's, so that a long answer costs no more than a short one. */
const sample = 100

/** A list of objects, or an object in which there is one such list, as a table. */
export function tableOf(value: JsonValue | undefined): Table | undefined {
  if (isRows(value)) return { rows: value, path: [], beside: [] }
  if (!isObject(value)) return undefined
  const entries = Object.entries(value)
  const lists = entries.filter(([, entry]) => isRows(entry))
  const [list] = lists
  if (!list || lists.length > 1 || !isRows(list[1])) return undefined
  return { rows: list[1], path: [list[0]], beside: entries.filter(([key]) => key !== list[0]) }
}

/** The names of the columns, in the order in which the rows bring them up. */
export function columnsOf(rows: readonly JsonValue[]): string[] {
  const columns = new Set<string>()
  for (const row of rows) if (isObject(row)) for (const key of Object.keys(row)) columns.add(key)
  return [...columns]
}

/** A value on one line, no longer than that: what is left out is only counted by its dots. */
export function brief(value: JsonValue, room = 120): string {
  if (typeof value === 'string') return value.length > room ? `${value.slice(0, room)}…` : value
  return json(value, room)
}

function json(value: JsonValue, room: number): string {
  if (room <= 0) return '…'
  if (typeof value === 'string')
    return JSON.stringify(value.length > room ? `${value.slice(0, room)}…` : value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  let written = isList ? '[' : '{'
  const first = written.length
  for (const key of Object.keys(value)) {
    if (written.length > first) written += ', '
    if (written.length > room) return `${written}…${isList ? ']' : '}'}`
    const entry = isList ? value[Number(key)]! : value[key]!
    written += `${isList ? '' : `${key}: `}${json(entry, room - written.length)}`
  }
  return `${written}${isList ? ']' : '}'}`
}

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRows = (value: JsonValue | undefined): value is JsonValue[] =>
  Array.isArray(value) && value.length > 0 && value.slice(0, sample).every((item) => isObject(item))
