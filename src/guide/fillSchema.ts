import type { JsonValue } from '../protocol/wire'
import { invalid } from './apiError'
import { createReader, type Subject } from './extract'
import type { Turn } from './generation'
import { fitsNumber } from './numbers'
import type { Schema } from './readSchema'
import type { Shape } from './shape'
import { splitRequest } from './splitRequest'

/** A property of which nothing can be said that would conform. */
const unsaid = Symbol('unsaid')
type Filled = JsonValue | typeof unsaid

/** How deep a schema is followed that could go on for ever. */
const deepest = 5

/**
 * Reads what a schema asks for out of the last user message, by the names of its properties. What the message does
 * not say is null or an empty text, where the schema allows one; where it does not, the request is refused: a
 * search program makes nothing up.
 */
export function fillSchema(messages: readonly Turn[], { root }: Schema): JsonValue {
  const message = messages.findLast(({ role }) => role === 'user')?.text ?? ''
  const filled = fillFrom(splitRequest(message).text || message, root)
  if (filled !== undefined) return filled
  throw invalid(
    "Invalid parameter: guide reads values out of your last message by rules, and what this 'json_schema' requires is not all there. Allow null for what may be missing, or ask babble, which makes values up.",
    'response_format',
  )
}

/** What a text says of the properties of a shape; undefined where it does not say enough. */
export function fillFrom(text: string, root: Shape): JsonValue | undefined {
  const reader = createReader(text)

  function fill(shape: Shape, key: string, subject: Subject, depth: number): Filled {
    if (depth > deepest) return unsaid
    if (shape.kind === 'either') {
      const filled = shape.shapes.map((thunk) => fill(thunk(), key, subject, depth + 1))
      const said = filled.find((value) => value !== unsaid && value !== null && value !== '')
      if (said !== undefined) return said
      return filled.includes(null) ? null : (filled.find((value) => value !== unsaid) ?? unsaid)
    }
    if (shape.kind === 'object') {
      const members: Record<string, JsonValue> = {}
      for (const name of new Set([...shape.properties.keys(), ...shape.required])) {
        const child = (shape.properties.get(name) ?? shape.others)?.()
        const value = child ? fill(child, name, subject, depth + 1) : unsaid
        if (value !== unsaid) members[name] = value
        else if (shape.required.has(name)) return unsaid
      }
      return members
    }
    if (shape.kind === 'array') {
      const items = shape.items()
      const found =
        items.kind === 'object'
          ? reader.people.map((person) => fill(items, key, person, depth + 1))
          : reader.all(key).map((value) => asShape(value, items, text))
      const values = found.filter((value) => value !== unsaid).slice(0, shape.most)
      return values.length < shape.least ? unsaid : values
    }
    return asShape(reader.one(key, subject), shape, subject.text)
  }

  const filled = fill(root, '', reader.everyone, 0)
  return filled === unsaid ? undefined : filled
}

/** A value that was found, as a schema wants it; null is one that was not. */
function asShape(value: JsonValue, shape: Shape, text: string): Filled {
  if (shape.kind === 'string') {
    const written = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
    const size = Array.from(written).length
    return size >= shape.least && size <= shape.most ? written : unsaid
  }
  if (shape.kind === 'number') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof number === 'number' && fitsNumber(number, shape) ? number : unsaid
  }
  if (shape.kind === 'choice') return choose(value, shape.values, text)
  if (shape.kind === 'either') {
    const fitting = shape.shapes.map((thunk) => asShape(value, thunk(), text))
    return fitting.find((value) => value !== unsaid) ?? unsaid
  }
  return shape.kind === 'any' ? value : unsaid
}

/** The value that was found, else the first one that the text names. A boolean is never guessed. */
function choose(value: JsonValue, values: readonly JsonValue[], text: string): Filled {
  const found = values.find((option) => option !== null && option === value)
  if (found !== undefined) return found
  const named = values
    .flatMap((option) => (typeof option === 'string' ? [{ option, place: placeOf(option, text) }] : []))
    .filter(({ place }) => place >= 0)
    .toSorted((a, b) => a.place - b.place)[0]
  if (named) return named.option
  if (values.includes(null)) return null
  // A constant says nothing that could be wrong.
  return values.length === 1 ? values[0]! : unsaid
}

function placeOf(option: string, text: string): number {
  const words = (source: string) =>
    ` ${
      source
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? ''
    } `
  return option === '' ? -1 : words(text).indexOf(words(option))
}
