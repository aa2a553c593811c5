import { invalid } from './apiError'
import { known, quoted, whole } from './readFields'
import { readSchema, type Schema } from './readSchema'

/** A function that may be called. */
export interface Tool {
  name: string
  description: string
  /** What its arguments may be; null if they have a schema that the built-in models cannot follow. */
  parameters: Schema | null
}

/** Which tools there are, and whether one may be called, must be, or which. */
export interface Tools {
  list: readonly Tool[]
  choice: 'none' | 'auto' | 'required' | { name: string }
  parallel: boolean
}

const noTools: Tools = { list: [], choice: 'none', parallel: true }

/** Reads `tools` and what goes with it, or throws the error that the API would answer. */
export function readTools(fields: Record<string, unknown>): Tools {
  const { tools, tool_choice: choice, parallel_tool_calls: parallel } = fields
  if (tools === undefined) {
    for (const [name, value] of Object.entries({ tool_choice: choice, parallel_tool_calls: parallel })) {
      if (value === undefined || value === 'none') continue
      throw invalid(`'${name}' is only allowed when 'tools' are specified.`, name)
    }
    return noTools
  }
  if (!Array.isArray(tools)) throw whole('tools', 'an array of objects', tools)
  if (tools.length === 0) {
    throw invalid(
      "Invalid 'tools': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      'tools',
      'empty_array',
    )
  }
  if (parallel !== undefined && typeof parallel !== 'boolean') {
    throw whole('parallel_tool_calls', 'a boolean', parallel)
  }
  const list = tools.map((tool: unknown, index) => readTool(tool, `tools[${index}]`))
  return { list, choice: readChoice(choice, list), parallel: parallel ?? true }
}

function readTool(tool: unknown, path: string): Tool {
  if (!known(tool)) throw whole(path, 'an object', tool)
  if (tool.type !== 'function') {
    const message = `Invalid value: ${quoted(tool.type)}. Supported values are: 'function'.`
    throw invalid(message, `${path}.type`, 'invalid_value')
  }
  const described = tool.function
  if (!known(described)) throw whole(`${path}.function`, 'an object', described)
  const { name, description = '', parameters = { type: 'object', properties: {} } } = described
  if (typeof name !== 'string') throw whole(`${path}.function.name`, 'a string', name)
  if (!/^[\w-]{1,64}$/.test(name)) {
    const message = `Invalid '${path}.function.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.`
    throw invalid(message, `${path}.function.name`, 'invalid_value')
  }
  if (typeof description !== 'string') throw whole(`${path}.function.description`, 'a string', description)
  if (!known(parameters)) throw whole(`${path}.function.parameters`, 'an object', parameters)
  return { name, description, parameters: followed(parameters, name) }
}

/** A schema that cannot be followed only means that this function is never called. */
function followed(parameters: unknown, name: string): Schema | null {
  try {
    return readSchema(parameters, name)
  } catch {
    return null
  }
}

function readChoice(choice: unknown, list: readonly Tool[]): Tools['choice'] {
  if (choice === undefined) return 'auto'
  if (choice === 'none' || choice === 'auto' || choice === 'required') return choice
  const named =
    known(choice) && choice.type === 'function' && known(choice.function) ? choice.function.name : undefined
  if (typeof named !== 'string') {
    const message = `Invalid value: ${quoted(choice)}. Supported values are: 'none', 'auto', 'required', and a function that is named.`
    throw invalid(message, 'tool_choice', 'invalid_value')
  }
  if (!list.some(({ name }) => name === named)) {
    throw invalid(`Tool choice '${named}' not found in 'tools' parameter.`, 'tool_choice')
  }
  return { name: named }
}
