import { toolNames } from './tools'

/** A value in one line, for a row that is closed. */
export function summaryOf(name: string, value: unknown): string {
  if (name === 'tools') {
    const names = toolNames(value).map((tool) => tool.name)
    if (names.length) return names.join(', ')
  }
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string')
    return JSON.stringify(value[0])
  return JSON.stringify(value) ?? ''
}
