import type { JsonValue } from '../protocol/wire'

/** What a JSON value may be: a schema after `readSchema` has looked at it. Children are thunks, since schemas recur. */
export type Shape =
  | ObjectShape
  | { kind: 'array'; items: Thunk; least: number; most: number }
  | StringShape
  | NumberShape
  | { kind: 'choice'; values: readonly JsonValue[] }
  | { kind: 'either'; shapes: readonly Thunk[] }
  /** Anything; where nothing is given yet, a text, or what is preferred. */
  | { kind: 'any'; preferred?: Shape }
  /** A story, a sentence an item: it ends where the story does. */
  | { kind: 'story' }

export type Thunk = () => Shape

export interface ObjectShape {
  kind: 'object'
  properties: ReadonlyMap<string, Thunk>
  required: ReadonlySet<string>
  /** What other properties may be; null where there may be none. */
  others: Thunk | null
  /** Whether other properties, once given, stand for the ones that are asked for. */
  lenient?: boolean
}

export interface StringShape {
  kind: 'string'
  least: number
  most: number
  title?: boolean
}

export interface NumberShape {
  kind: 'number'
  whole: boolean
  least: number
  most: number
  /** Whether the borders themselves are out of bounds. */
  above: boolean
  below: boolean
  step: number | null
}

const free: Shape = { kind: 'any' }
export const anything: Thunk = () => free
export const anyString: StringShape = { kind: 'string', least: 0, most: Infinity }

/** What JSON mode writes: a title and the sentences of a story. Any other object may be given to go on with. */
export const storyShape: Shape = {
  kind: 'object',
  properties: new Map<string, Thunk>([
    ['title', () => ({ kind: 'any', preferred: { ...anyString, title: true } })],
    ['sentences', () => ({ kind: 'any', preferred: { kind: 'story' } })],
  ]),
  required: new Set(['title', 'sentences']),
  others: anything,
  lenient: true,
}

/** How many levels the flattest value of a shape has; `Infinity` where no value has an end. */
export type Heights = ReadonlyMap<Shape, number>

export function measure(shapes: readonly Shape[]): Heights {
  const heights = new Map<Shape, number>()
  for (let changed = true; changed;) {
    changed = false
    for (const shape of shapes) {
      const height = heightOf(shape, (thunk) => heights.get(thunk()) ?? Infinity)
      if (height < (heights.get(shape) ?? Infinity)) {
        heights.set(shape, height)
        changed = true
      }
    }
  }
  return heights
}

function heightOf(shape: Shape, of: (thunk: Thunk) => number): number {
  if (shape.kind === 'object') {
    const needed = [...shape.required].map((name) => shape.properties.get(name) ?? shape.others)
    return 1 + Math.max(0, ...needed.map((thunk) => (thunk ? of(thunk) : Infinity)))
  }
  if (shape.kind === 'array') return 1 + (shape.least > 0 ? of(shape.items) : 0)
  if (shape.kind === 'either') return Math.min(...shape.shapes.map(of))
  return 0
}
