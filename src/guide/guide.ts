import { invalid } from './apiError'
import { callTools, resultsOf, type Call } from './callTools'
import { extract } from './extract'
import { fillSchema } from './fillSchema'
import type { Generation, Model, Turn } from './generation'
import { titles, type Passage } from './passages'
import { buildQuery } from './query'
import { randomId } from './random'
import { search } from './search'
import { withoutDemand } from './splitRequest'
import { tokenize } from './tokenize'

/**
 * Answers from the documents that ship with Parley: a search program, and it says so. Each choice of several is
 * the next best answer.
 */
export const guide: Model = ({ messages, prefill, n, json, schema, tools }) => {
  const asked = messages.at(-1)?.role === 'assistant' ? messages.slice(0, -1) : messages
  const calls = callTools(messages, tools)
  if (calls.length > 0) return Array.from({ length: n }, () => call(calls))
  const results = resultsOf(asked)
  const make = (count: number) => {
    if (results !== null && !schema && !json) return [results]
    if (schema) return [JSON.stringify(fillSchema(asked, schema))]
    return json ? [jsonAnswer(asked)] : answer(asked, count)
  }
  const answers =
    prefill === '' ? make(n) : [rest(prefill, [...make(1), ...make(most)], json || schema !== null)]
  return Array.from({ length: n }, (_, index) => speak(answers[index] ?? answers[0]!))
}

/** The name of a function first, then its arguments in pieces. */
function* call(calls: readonly Call[]): Generation {
  for (const [index, { name, arguments: given }] of calls.entries()) {
    const id = `call_${randomId()}`
    yield { text: '', call: { index, id, type: 'function', function: { name, arguments: '' } } }
    for (const piece of tokenize(given)) {
      yield { text: '', call: { index, function: { arguments: piece } } }
    }
  }
  return 'tool_calls'
}

/** The most answers that one request can get. */
const most = 16

/**
 * What is still missing of the answer that begins with the words given. A search program cannot go on with words
 * that are not its own.
 */
function rest(given: string, answers: readonly string[], json: boolean): string {
  const begun = answers.find((text) => text.startsWith(given))
  if (begun !== undefined) return begun.slice(given.length)
  if (json) {
    throw invalid(
      "Invalid 'messages': guide is a search program, and the JSON in the last message is not the beginning of its own answer, so it cannot continue it.",
      'messages',
    )
  }
  return '\n\n*I am a search program and can only go on with an answer of my own. These words are not the beginning of one.*'
}

function* speak(text: string): Generation {
  for (const piece of tokenize(text)) yield { text: piece }
  return 'stop'
}

/** How much a system message lets guide say. */
function lengthOf(messages: readonly Turn[]): 'short' | 'usual' | 'long' {
  const manner = messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(({ text }) => text)
    .join('\n')
  if (
    /\b(?:concise(?:ly)?|brief(?:ly)?|short(?:ly)?|terse(?:ly)?|succinct(?:ly)?|one sentence)\b/i.test(manner)
  ) {
    return 'short'
  }
  return /\b(?:detailed|in detail|thorough(?:ly)?|in depth|comprehensive|long)\b/i.test(manner)
    ? 'long'
    : 'usual'
}

function answer(messages: readonly Turn[], n: number): string[] {
  const query = buildQuery(messages)
  const found = search(query)
  if (found.length === 0) return [nothing()]
  const length = lengthOf(messages)
  return Array.from({ length: Math.min(n, found.length) }, (_, index) => {
    const best = found[index]!
    const more = found
      .slice(index + 1)
      .filter(({ score, passage }) => score > 0.75 * best.score && passage.document === best.passage.document)
    const others = { short: 0, usual: n > 1 ? 0 : 1, long: 2 }[length]
    const shown = [best, ...more.slice(0, others)].map(({ passage }) => passage)
    const body = shown.map((passage) => write(passage, length === 'short', query.wants.has('code')))
    return [...body, source(shown)].join('\n\n')
  })
}

function write({ heading, text }: Passage, short: boolean, withCode: boolean): string {
  return `### ${heading}\n\n${short ? shorten(text, withCode) : text}`
}

/** The first paragraph, and what it announces: a list or a code block after a colon, or code that was asked for. */
function shorten(text: string, withCode: boolean): string {
  const blocks = text.split(/\n\n(?=(?:[^`]|`(?!``)|```[^`]*(?:`{1,2}[^`]+)*```)*$)/)
  const [first = '', second] = blocks
  const code = blocks.find((block) => block.startsWith('```'))
  if (first.endsWith(':') && second) return `${first}\n\n${second}`
  return withCode && code && code !== first ? `${first}\n\n${code}` : first
}

function source(shown: readonly Passage[]): string {
  const names = shown.map(({ heading }) => `“${heading}”`).join(' and ')
  return `*Found in ${names} by a search of Parley's own documents; guide is a search program, not a language model.*`
}

function nothing(): string {
  const list = titles.map((title) => `- ${title}`).join('\n')
  return `I found nothing about that. I am a search program over the documents that ship with Parley, and they are about:\n\n${list}\n\n*Nothing in Parley's own documents matched well enough; guide is a search program, not a language model.*`
}

function jsonAnswer(messages: readonly Turn[]): string {
  const fields = extract(messages)
  if (fields) return JSON.stringify(fields)
  const questions = messages.map(({ role, text }) => ({ role, text: withoutDemand(text) }))
  const best = search(buildQuery(questions))[0]?.passage
  return JSON.stringify({ heading: best?.heading ?? null, text: best?.text ?? null })
}
