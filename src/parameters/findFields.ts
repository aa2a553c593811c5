import { fields } from './fields'

const isTop = (name: string) =>
  Object.entries(fields).some(
    ([known, field]) => known === name && 'control' in field && field.control === 'top',
  )
const atTop = ['messages', ...Object.keys(fields).filter(isTop)]

/** The names in which every word of `wanted` occurs, and those of them that stand at the top of the panel. */
export function findFields(wanted: string, names: readonly string[]): { found: string[]; above: string[] } {
  const words = wanted
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean)
  const fits = (name: string) => words.every((word) => name.toLowerCase().includes(word))
  return { found: names.filter(fits), above: words.length ? atTop.filter(fits) : [] }
}
