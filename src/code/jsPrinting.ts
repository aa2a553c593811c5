import { type CodeRequest, printed } from './CodeRequest'

/** What prints a `chunk` as it comes. */
export function jsChunk(request: CodeRequest): string[] {
  const { choices, calls, reasoning, usage } = printed(request)
  return [
    `for (const { ${choices ? 'index, ' : ''}delta } of chunk.choices) {`,
    ...(choices ? ['  if (index !== last) process.stdout.write(`\\n[${(last = index)}] `)'] : []),
    ...(reasoning ? ["  process.stdout.write(delta.reasoning_content ?? delta.reasoning ?? '')"] : []),
    "  process.stdout.write(delta.content ?? '')",
    ...(calls
      ? [
          '  for (const { function: called } of delta.tool_calls ?? [])',
          "    process.stdout.write(called?.name ? `\\n${called.name} ` : (called?.arguments ?? ''))",
        ]
      : []),
    '}',
    ...(usage ? ["if (chunk.usage) console.log('\\n', chunk.usage)"] : []),
  ]
}

/** What remembers, between chunks, which choice has spoken last. */
export const jsBefore = (request: CodeRequest) => (printed(request).choices ? ['let last'] : [])

/** What prints a `completion` that came in one piece. */
export function jsWhole(request: CodeRequest): string[] {
  const { calls, reasoning, choices } = printed(request)
  return [
    `for (const { ${choices ? 'index, ' : ''}message } of completion.choices) {`,
    ...(choices ? ['  console.log(`[${index}]`)'] : []),
    ...(reasoning
      ? [
          '  const reasoning = message.reasoning_content ?? message.reasoning',
          '  if (reasoning) console.log(reasoning)',
        ]
      : []),
    `  ${calls ? 'if (message.content) ' : ''}console.log(message.content)`,
    ...(calls
      ? [
          '  for (const { function: called } of message.tool_calls ?? [])',
          '    console.log(called?.name, called?.arguments)',
        ]
      : []),
    '}',
    'console.log(completion.usage)',
  ]
}

export const indented = (lines: readonly string[], by: string) =>
  lines.map((line) => (line ? by + line : line))
