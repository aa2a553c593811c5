import { ApiError } from './apiError'
import type { Token } from './generation'
import { drawIndex, mark, put, reads, refusal, type Pen } from './pen'
import type { Schema } from './readSchema'
import { anyString, anything, type ObjectShape, type Shape } from './shape'
import { writeChoice, writeNumber } from './writeScalar'
import { writeSentences } from './writeSentences'
import { openString, writeString } from './writeString'

type Writing = Generator<Token, void, undefined>

/** How deep an answer goes where a schema would let it go on for ever, and how deep one that is given may be. */
const deep = 4
const deepest = 60

/**
 * JSON of a shape. A grammar stands between the model and the page: only what keeps the whole valid may be
 * written. What is given of it is read first, by the same grammar, and refused where it does not fit.
 */
export function* writeJson(pen: Pen, schema: Schema): Writing {
  yield* value(pen, schema, schema.root, 0)
  if (reads(pen)) throw refusal(pen)
}

function* value(pen: Pen, schema: Schema, shape: Shape, depth: number): Writing {
  if (depth > deepest) throw refusal(pen)
  if (shape.kind === 'object') yield* object(pen, schema, shape, depth)
  else if (shape.kind === 'array') yield* array(pen, schema, shape, depth)
  else if (shape.kind === 'story') yield* story(pen, schema, depth)
  else if (shape.kind === 'string') yield* writeString(pen, shape)
  else if (shape.kind === 'number') yield* writeNumber(pen, shape)
  else if (shape.kind === 'choice')
    yield* writeChoice(
      pen,
      shape.values.map((value) => JSON.stringify(value)),
    )
  else yield* value(pen, schema, narrow(pen, schema, shape, depth), depth)
}

/** Of several shapes the one that what is given is the beginning of; where nothing is given, one by chance. */
function narrow(pen: Pen, schema: Schema, shape: Shape & { kind: 'either' | 'any' }, depth: number): Shape {
  if (!reads(pen)) {
    if (shape.kind === 'any') return shape.preferred ?? anyString
    const shapes = shape.shapes.map((thunk) => thunk())
    const heights = shapes.map((shape) => schema.heights.get(shape) ?? 0)
    const most = depth < deep ? deepest : Math.min(...heights)
    const open = shapes.filter((_, index) => heights[index]! <= most)
    return open[drawIndex(pen, open.length)]!
  }
  const first = pen.given[pen.at]!
  const shapes =
    shape.kind === 'any'
      ? [...(shape.preferred ? [shape.preferred] : []), ...free]
      : shape.shapes.map((thunk) => thunk())
  const possible = shapes.filter(({ kind }) => firsts[kind].test(first))
  // What may be anything is told by its first character.
  const alone = shape.kind === 'any' || possible.length === 1
  const fitting = alone ? possible[0] : possible.find((shape) => accepts(pen, schema, shape, depth))
  if (!fitting) throw refusal(pen)
  return fitting
}

const free: Shape[] = [
  anyString,
  { kind: 'object', properties: new Map(), required: new Set(), others: anything },
  { kind: 'array', items: anything, least: 0, most: Infinity },
  { kind: 'number', whole: false, least: -Infinity, most: Infinity, above: false, below: false, step: null },
  { kind: 'choice', values: [true, false, null] },
]

/** Whether what is given can be read as this shape, as far as it goes. Nothing is written and the pen stays. */
function accepts(pen: Pen, schema: Schema, shape: Shape, depth: number): boolean {
  // Each level of an ambiguous schema doubles the work.
  if (pen.tries.left-- <= 0) throw refusal(pen)
  try {
    value({ ...pen }, schema, shape, depth + 1).next()
    return true
  } catch (error) {
    if (error instanceof ApiError) return false
    throw error
  }
}

const firsts: Record<Shape['kind'], RegExp> = {
  object: /\{/,
  array: /\[/,
  story: /\[/,
  string: /"/,
  number: /[-\d]/,
  choice: /./,
  either: /./,
  any: /./,
}

function* object(pen: Pen, schema: Schema, shape: ObjectShape, depth: number): Writing {
  yield* mark(pen, '{')
  const used = new Set<string>()
  let comma = false
  while (reads(pen)) {
    if (pen.given[pen.at] === '}') {
      const missing = [...shape.required].some((name) => !used.has(name))
      if (comma || (missing && !strange(shape, used))) throw refusal(pen)
      pen.at += 1
      return
    }
    if (used.size > 0 && !comma) {
      yield* mark(pen, ',')
      comma = true
      continue
    }
    comma = false
    yield* member(pen, schema, shape, used, depth)
  }

  const wanted = remaining(pen, schema, shape, used, depth)
  // A comma has promised one more.
  if (comma && wanted.length === 0) wanted.push(another(pen, schema, shape, used))
  for (const name of wanted) {
    if (used.size > 0 && !comma) yield* put(pen, ', ')
    comma = false
    used.add(name)
    yield* put(pen, JSON.stringify(name), ': ')
    yield* value(pen, schema, (shape.properties.get(name) ?? shape.others)!(), depth + 1)
  }
  yield* put(pen, '}')
}

/** Whether an object that may be anything has been given another meaning by its first properties. */
const strange = ({ lenient, properties }: ObjectShape, used: ReadonlySet<string>) =>
  lenient === true && [...used].some((name) => !properties.has(name))

/** The properties still to be written: what is required, and by chance what is not. */
function remaining(
  pen: Pen,
  { heights }: Schema,
  shape: ObjectShape,
  used: ReadonlySet<string>,
  depth: number,
): string[] {
  if (strange(shape, used)) return []
  const names = [...new Set([...shape.properties.keys(), ...shape.required])]
  return names.filter((name) => {
    if (used.has(name)) return false
    if (shape.required.has(name)) return true
    const height = heights.get((shape.properties.get(name) ?? anything)()) ?? 0
    return depth + height < deep && drawIndex(pen, 4) < 3
  })
}

function another(pen: Pen, { heights }: Schema, shape: ObjectShape, used: ReadonlySet<string>): string {
  const known = [...shape.properties].find(
    ([name, thunk]) => !used.has(name) && Number.isFinite(heights.get(thunk()) ?? 0),
  )
  if (known) return known[0]
  if (!shape.others) throw refusal(pen)
  let count = 1
  while (used.has(`more${count}`)) count += 1
  return `more${count}`
}

/** A property of which at least the beginning of the name is given. */
function* member(pen: Pen, schema: Schema, shape: ObjectShape, used: Set<string>, depth: number): Writing {
  const start = pen.at
  const raw = pen.given.slice(start)
  const open = !/^"(?:[^"\\]|\\.)*"/s.test(raw)
  const names = [...shape.properties.keys(), ...shape.required].filter((name) => !used.has(name))
  const begun = open ? names.find((name) => JSON.stringify(name).startsWith(raw)) : undefined
  let name = begun
  if (begun === undefined) {
    const key = yield* keyOf(pen, shape)
    name = key
  } else {
    pen.at = pen.given.length
    yield* put(pen, JSON.stringify(begun).slice(raw.length))
  }
  const thunk = shape.properties.get(name!) ?? shape.others
  if (!thunk || !Number.isFinite(schema.heights.get(thunk()) ?? 0)) throw refusal(pen)
  used.add(name!)
  yield* mark(pen, ':', ': ')
  yield* value(pen, schema, thunk(), depth + 1)
}

function* keyOf(pen: Pen, shape: ObjectShape): Generator<Token, string, undefined> {
  const whole = /^"(?:[^"\\]|\\.)*"/s.test(pen.given.slice(pen.at))
  // Nothing may be written before it is known that the name may be.
  if (!whole && !shape.others) throw refusal(pen)
  const { text } = yield* openString(pen, '"')
  if (!whole) yield* put(pen, '"')
  return text
}

function* array(pen: Pen, schema: Schema, shape: Shape & { kind: 'array' }, depth: number): Writing {
  const { least, most } = shape
  const items = shape.items()
  const endless = !Number.isFinite(schema.heights.get(items) ?? 0)
  yield* mark(pen, '[')
  let count = 0
  let comma = false
  while (reads(pen)) {
    if (pen.given[pen.at] === ']') {
      if (comma || count < least) throw refusal(pen)
      pen.at += 1
      return
    }
    if (count > 0 && !comma) yield* mark(pen, ',')
    comma = !reads(pen)
    if (count >= most || endless) throw refusal(pen)
    if (comma) break
    yield* value(pen, schema, items, depth + 1)
    count += 1
  }

  const further = endless || depth >= deep ? 0 : Math.min(3, most - Math.max(least, count))
  const goal = Math.max(least, count + Number(comma), least + drawIndex(pen, Math.max(0, further) + 1))
  for (; count < goal; count += 1) {
    if (count > 0 && !comma) yield* put(pen, ', ')
    comma = false
    yield* value(pen, schema, items, depth + 1)
  }
  yield* put(pen, ']')
}

/** A list of the sentences of one story. What is given in it may be anything. */
function* story(pen: Pen, schema: Schema, depth: number): Writing {
  yield* mark(pen, '[')
  const before = pen.said
  pen.said = ''
  let count = 0
  let comma = false
  while (reads(pen)) {
    if (pen.given[pen.at] === ']') {
      if (comma) throw refusal(pen)
      pen.at += 1
      pen.said = `${before} ${pen.said}`
      return
    }
    if (count > 0 && !comma) yield* mark(pen, ',')
    comma = !reads(pen)
    if (comma) break
    yield* value(pen, schema, anything(), depth + 1)
    count += 1
  }
  yield* writeSentences(pen, count, comma)
  yield* put(pen, ']')
}
