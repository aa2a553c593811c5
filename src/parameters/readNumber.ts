export type ReadNumber = { kind: 'unset' } | { kind: 'number'; value: number } | { kind: 'wrong' }

/**
 * Reads what was typed for a number: blank unsets it, a comma may stand for the point, steps of 1 mean whole numbers.
 * In a whole number a comma is wrong: 1,000 is a thousand to one reader and one to another.
 */
export function readNumber(
  text: string,
  { min, max, step }: { min: number; max?: number | undefined; step: number },
): ReadNumber {
  const plain = text.trim().replace(',', '.')
  if (!plain) return { kind: 'unset' }
  const value = Number(plain)
  const whole = Number.isInteger(step)
  if (
    !Number.isFinite(value) ||
    value < min ||
    (max !== undefined && value > max) ||
    (whole && (!Number.isInteger(value) || text.includes(',')))
  )
    return { kind: 'wrong' }
  return { kind: 'number', value }
}

/** One step up or down, kept within the range and free of the dust of binary fractions. */
export function stepped(
  value: number | undefined,
  by: number,
  { min, max, step, start }: { min: number; max?: number | undefined; step: number; start: number },
): number {
  const next = value === undefined ? start : value + by * step
  const clean = Number(next.toFixed(4))
  return Math.max(min, max === undefined ? clean : Math.min(max, clean))
}
