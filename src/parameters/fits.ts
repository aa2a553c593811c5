import type { Field } from './fields'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const every = (value: unknown, fits: (item: unknown) => boolean) => Array.isArray(value) && value.every(fits)

/**
 * Whether a field's control can show a value. What came from elsewhere (a file, a link, another program) may have a
 * shape that the control does not know; it is shown as JSON then, because what is sent must be seen.
 */
export function fits(field: Field, value: unknown): boolean {
  if (value === undefined) return true
  switch (field.control) {
    case 'top':
      return true
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return isText(value) && field.values.includes(value)
    case 'word':
    case 'text':
      return isText(value)
    case 'some':
      return every(value, (item) => isText(item) && field.values.includes(item))
    case 'texts':
      return isText(value) || every(value, isText)
    case 'pairs':
      return isObject(value) && Object.values(value).every(field.kind.of === 'texts' ? isText : isNumber)
    case 'members':
      return (
        isObject(value) &&
        Object.entries(value).every(([name, member]) => {
          const kind = Object.hasOwn(field.members, name) ? field.members[name] : undefined
          return kind === 'boolean' ? typeof member === 'boolean' : kind !== undefined && isText(member)
        })
      )
    case 'prediction':
      return isObject(value) && value['type'] === 'content' && isText(value['content'])
    case 'tool_choice':
      return isText(value) || nameOfChoice(value) !== undefined
    case 'json':
      return false
  }
}

const isNumber = (value: unknown) => typeof value === 'number'

/** The tool that a choice names: `{type: 'function', function: {name}}`, or the same with `custom`. */
export function nameOfChoice(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const { type } = value
  if (type !== 'function' && type !== 'custom') return undefined
  const named = value[type]
  return isObject(named) && isText(named['name']) ? named['name'] : undefined
}
