import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))

const entry = source('main.tsx')

/** What every page asks for as soon as it stands there. */
const soon = [
  'app/ConversationButtons.tsx',
  'app/Notices.tsx',
  'app/ParametersPane.tsx',
  'composer/TokenLine.tsx',
  'library/Library.tsx',
  'markdown/Markdown.tsx',
  'state/openConversation.ts',
  'state/sendMessage.ts',
  'thread/MessageList.tsx',
].map(source)

/** What reads and writes what is kept, which all that is kept waits for. */
const records = source('storage/records.ts')

/**
 * Which modules go into one file. By itself the bundler cuts them wherever a part that is loaded later needs a piece as
 * well: ten files instead of one for what the page begins with, and fifty for what it asks for next. They would weigh
 * more together, since each is packed by itself, and each costs a request.
 */
export function chunks(): Rolldown.CodeSplittingNameFunction {
  let names: Map<string, string> | undefined
  return (id, bundle) => {
    names ??= named((module) => bundle.getModuleInfo(module)?.importedIds ?? [])
    return names.get(id) ?? null
  }
}

function named(importedBy: (module: string) => readonly string[]): Map<string, string> {
  const reached = (from: string) => {
    const all = new Set([from])
    for (const module of all) for (const other of importedBy(module)) all.add(other)
    return all
  }
  const names = new Map<string, string>()
  const seen = new Set<string>()
  const rest = new Set<string>()
  for (const part of soon)
    for (const module of reached(part)) (seen.has(module) ? rest : seen).add(module)
  // Whatever needs one of them would take it along, and each is to come, or to fail, by itself.
  for (const module of rest) if (soon.every((part) => !reached(module).has(part))) names.set(module, 'soon')
  for (const module of reached(records)) names.set(module, 'kept')
  for (const module of reached(entry)) names.set(module, 'first')
  for (const own of [entry, records]) names.delete(own)
  return names
}
