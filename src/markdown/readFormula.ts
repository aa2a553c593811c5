/** The TeX of a formula, without its marks. */
export function readFormula(source: string): string {
  const size = /^\$(?!\$)/.test(source) ? 1 : 2
  return source.slice(size, -size).trim()
}
