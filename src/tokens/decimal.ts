/**
 * A decimal number times ten to the `places`, as a whole number and exactly; what is finer is rounded. Undefined for
 * what is no number of that size, or below zero. `0.15` with 6 places is 150000; so is a JSON number 1.5e-1.
 */
export function scaled(decimal: unknown, places: number): number | undefined {
  const text =
    typeof decimal === 'number' ? String(decimal) : typeof decimal === 'string' ? decimal.trim() : ''
  const parts = /^\+?(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text)
  const [, whole = '', fraction = '', exponent = '0'] = parts ?? []
  if (!whole && !fraction) return undefined
  const digits = whole + fraction
  const end = whole.length + Number(exponent) + places
  if (end < 0) return 0
  const value = Number(digits.slice(0, end).padEnd(end, '0')) + (Number(digits[end] ?? 0) >= 5 ? 1 : 0)
  return Number.isSafeInteger(value) ? value : undefined
}
