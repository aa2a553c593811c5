import type { NumberShape } from './shape'

/** Whether a number is of its shape. */
export function fitsNumber(value: number, { whole, least, most, above, below, step }: NumberShape): boolean {
  if (whole && !Number.isInteger(value)) return false
  if (step !== null && Math.abs(value / step - Math.round(value / step)) > 1e-9) return false
  return (above ? value > least : value >= least) && (below ? value < most : value <= most)
}

/** Up to a hundred numbers of a shape, from the least on, or from 0 where there is none. */
export function numbersOf(shape: NumberShape): number[] {
  const { least, most, whole } = shape
  const bounded = Number.isFinite(least) && Number.isFinite(most)
  const fine = bounded && most > least ? Math.min(0.5, (most - least) / 128) : 0.5
  const grid = shape.step ?? (whole ? 1 : fine)
  const from = Number.isFinite(least) ? least : Math.min(0, most - 100 * grid)
  const onGrid = shape.step !== null || whole
  const first = onGrid ? Math.ceil(from / grid) : from / grid
  const found: number[] = []
  for (let index = 0; index < 1000 && found.length < 100; index += 1) {
    const value = Number(((first + index) * grid).toPrecision(12))
    if (fitsNumber(value, shape)) found.push(value)
  }
  // Numbers so large that the grid is lost between them.
  if (found.length === 0) found.push(...[least, most].filter((value) => fitsNumber(value, shape)))
  return found.filter(Number.isFinite)
}

const isNumber = (text: string) => /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)

/** Whether a text is a whole number of its shape, as JSON writes it. */
export const readsAs = (text: string, shape: NumberShape) =>
  isNumber(text) && Number.isFinite(Number(text)) && fitsNumber(Number(text), shape)

const digits = Array.from({ length: 1000 }, (_, value) => String(value))
const endings = [
  ...[1, 2, 3].flatMap((length) => digits.slice(0, 10 ** length).map((text) => text.padStart(length, '0'))),
  ...digits.slice(0, 100).map((text) => `.${text.padStart(2, '0')}`),
]

/** Every way that is looked at to finish a number whose beginning is given; none if it leads nowhere. */
export function numbersFrom(given: string, shape: NumberShape): string[] {
  const likely = numbersOf(shape)
    .map((value) => JSON.stringify(value))
    .filter((text) => text.startsWith(given))
  if (likely.length > 0) return likely
  if (readsAs(given, shape)) return [given]
  const found = [...endings.map((ending) => given + ending), ...longer(given, shape)]
  return found.filter((text) => readsAs(text, shape)).slice(0, 100)
}

/** Whole numbers of many digits: of those that begin so, the ones at the borders. */
function longer(given: string, { least, most }: NumberShape): string[] {
  if (!/^-?\d+$/.test(given)) return []
  return Array.from({ length: 15 }, (_, index) => 10 ** (index + 1)).flatMap((unit) => {
    const start = Number(given) * unit
    const last = given.startsWith('-') ? start - unit + 1 : start + unit - 1
    const low = Math.ceil(Math.max(least, Math.min(start, last)))
    const high = Math.floor(Math.min(most, Math.max(start, last)))
    return low <= high
      ? [low, low + 1, high - 1, high].map(String).filter((text) => text.startsWith(given))
      : []
  })
}
