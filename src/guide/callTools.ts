import type { JsonValue } from '../protocol/wire'
import { invalid } from './apiError'
import { fillFrom } from './fillSchema'
import type { Turn } from './generation'
import type { Tool, Tools } from './readTools'
import { termsOf } from './terms'

/** A call of a function: its arguments are JSON. */
export interface Call {
  name: string
  arguments: string
}

/**
 * Which tools the last user message calls for, by rule: those whose name and description share words with it, and
 * whose arguments can be read out of it. Nothing is made up, so a tool that must be called and cannot be is refused.
 */
export function callTools(messages: readonly Turn[], { list, choice, parallel }: Tools): Call[] {
  const last = messages.at(-1)
  if (choice === 'none' || last?.role !== 'user') return []
  const named = typeof choice === 'object' ? list.filter(({ name }) => name === choice.name) : list
  const must = choice !== 'auto'
  const asked = termsOf(last.text)
  const calls = named
    .map((tool) => ({ tool, score: likeness(tool, asked) }))
    .filter(({ score }) => must || score >= alike)
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ tool, score }) => {
      const given = argumentsFor(tool, last.text)
      return given === null ? [] : [{ name: tool.name, arguments: given, score }]
    })
  if (calls.length === 0 && must) {
    throw invalid(
      `Invalid parameter: guide calls tools by rule, and the arguments of ${named.map(({ name }) => `'${name}'`).join(', ')} cannot be read from the last message.`,
      'tool_choice',
    )
  }
  // Those that were only taken because one had to be, are not called beside another.
  const best = calls.filter(
    ({ score }, index) => index === 0 || (parallel && score >= alike && choice === 'auto'),
  )
  return best.map(({ name, arguments: given }) => ({ name, arguments: given }))
}

/** A word of the name counts most: "get_weather" is what "the weather in Oslo" asks for. */
function likeness({ name, description }: Tool, asked: readonly string[]): number {
  const spaced = name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll(/[_-]+/g, ' ')
  const own = termsOf(spaced)
  const about = termsOf(description)
  return [...new Set(asked)].reduce(
    (sum, term) => sum + (own.includes(term) ? 2 : about.includes(term) ? 1 : 0),
    0,
  )
}

/** One word of the name, or two of the description. */
const alike = 2

/** The arguments of a call as far as the message gives them; null if one that is required is missing. */
function argumentsFor({ parameters, name, description }: Tool, message: string): string | null {
  const root = parameters?.root
  if (root?.kind !== 'object') return null
  const filled = fillFrom(message, root)
  if (typeof filled !== 'object' || filled === null || Array.isArray(filled)) return null
  const missing = Object.keys(filled).filter((key) => root.required.has(key) && isEmpty(filled[key]))
  const [only] = missing
  if (only !== undefined) {
    // A single text that no rule reads is what the message is about.
    const open = missing.length === 1 && root.properties.get(only)?.().kind === 'string'
    const subject = open ? subjectOf(message, `${name} ${description}`) : ''
    if (subject === '') return null
    filled[only] = subject
  }
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(filled).filter(([key, value]) => root.required.has(key) || !isEmpty(value)),
    ),
  )
}

const isEmpty = (value: JsonValue | undefined) => value === null || value === '' || value === undefined

/** What stands in quotes, or after "about", "for" and the like. The tool's own subject is not what it is asked. */
function subjectOf(message: string, tool: string): string {
  const found = [
    /["“]([^"”]+)["”]/,
    /\babout\s+([^.?!\n]+)/i,
    /\b(?:for|of|on|called|named)\s+([^.?!\n]+)/i,
  ].flatMap((pattern) => pattern.exec(message)?.[1]?.trim() ?? [])
  const own = new Set(termsOf(tool))
  return found.find((text) => termsOf(text).some((term) => !own.has(term))) ?? ''
}

/** What the tools gave back, after the last user message; null if the last message is not from one. */
export function resultsOf(messages: readonly Turn[]): string | null {
  if (messages.at(-1)?.role !== 'tool' && messages.at(-1)?.role !== 'function') return null
  const from = messages.findLastIndex(({ role }) => role !== 'tool' && role !== 'function') + 1
  return messages
    .slice(from)
    .map(({ text, tool }) => {
      const block = /\n|^\s*[[{]/.test(text)
      const shown = block ? `\n\n${fence(text)}` : ` ${text === '' ? '(nothing)' : text}`
      return `*${tool ? `\`${tool}\`` : 'The tool'} gave back:*${shown}`
    })
    .join('\n\n')
}

function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const border = '`'.repeat(longest + 1)
  return `${border}\n${text}\n${border}`
}
