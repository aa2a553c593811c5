import { isObject } from '../protocol/isObject'

/** How a language writes JSON's values. */
export interface Dialect {
  text: (value: string) => string
  key: (name: string) => string
  words: { true: string; false: string; null: string }
  indent: string
  /** What a bracket has inside it where all of it stands on one line. */
  padding: '' | ' '
  /** Whether a comma may stand behind the last item. */
  trailingComma: boolean
}

const widest = 88

/** A value as its language writes it, on one line where it fits; `depth` is how far the line is indented already. */
export function literal(value: unknown, dialect: Dialect, depth = 0): string {
  return onOneLine(value, dialect, widest - depth * dialect.indent.length) ?? inLines(value, dialect, depth)
}

/** An object or a list with a line for each of its items, as a request is best read. */
export function inLines(value: unknown, dialect: Dialect, depth = 0): string {
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const inner = dialect.indent.repeat(depth + 1)
  const items = Array.isArray(value)
    ? value.map((item: unknown) => inner + literal(item, dialect, depth + 1))
    : entriesOf(value).map(
        ([name, field]) => `${inner + dialect.key(name)}: ${literal(field, dialect, depth + 1)}`,
      )
  const last = dialect.trailingComma ? ',' : ''
  return `${open}\n${items.join(',\n')}${last}\n${dialect.indent.repeat(depth)}${close}`
}

/** Undefined where it takes more room; what can stand nowhere else than on its line always does. */
function onOneLine(value: unknown, dialect: Dialect, room: number): string | undefined {
  if (typeof value === 'string') return dialect.text(value)
  if (typeof value === 'boolean') return dialect.words[value ? 'true' : 'false']
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number'
      ? JSON.stringify(value).replace('null', dialect.words.null)
      : dialect.words.null
  const isList = Array.isArray(value)
  const fields = isList ? value.map((item: unknown) => ['', item] as const) : entriesOf(value)
  if (fields.length === 0) return isList ? '[]' : '{}'
  const items: string[] = []
  let left = room - 4
  for (const [name, field] of fields) {
    if (isLong(field, left)) return undefined
    const flat = onOneLine(field, dialect, left)
    if (flat === undefined) return undefined
    const item = isList ? flat : `${dialect.key(name)}: ${flat}`
    left -= item.length + 2
    if (left < -2) return undefined
    items.push(item)
  }
  if (isList) return `[${items.join(', ')}]`
  return `{${dialect.padding}${items.join(', ')}${dialect.padding}}`
}

const isLong = (value: unknown, room: number) => typeof value === 'string' && value.length > room

const entriesOf = (value: unknown) => (isObject(value) ? Object.entries(value) : [])

/** Letters that nobody sees, that end a line in some languages, or that turn the direction of what follows. */
const unseen = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** A text between double quotes: what JSON writes there means the same in JavaScript and in Python. */
export const doubleQuoted = (text: string) =>
  JSON.stringify(text).replace(unseen, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
