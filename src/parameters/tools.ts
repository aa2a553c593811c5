/** The tools of a request by name, as far as they can be read, and the type of each. */
export function toolNames(tools: unknown): { name: string; type: 'function' | 'custom' }[] {
  if (!Array.isArray(tools)) return []
  return tools.flatMap((tool: unknown) => {
    if (!isObject(tool)) return []
    const type = tool['type'] === 'custom' ? ('custom' as const) : ('function' as const)
    const named = tool[type]
    const name = isObject(named) ? named['name'] : undefined
    return typeof name === 'string' && name !== '' ? [{ name, type }] : []
  })
}

export const toolWords = ['none', 'auto', 'required'] as const

/** The value of `tool_choice` that makes the model call the tool of this name. */
export function choiceOf(name: string, tools: unknown): Record<string, unknown> {
  const type = toolNames(tools).find((tool) => tool.name === name)?.type ?? 'function'
  return { type, [type]: { name } }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
