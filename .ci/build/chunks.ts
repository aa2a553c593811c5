import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))

const entry = source('main.tsx')

/** What every page asks for as soon as it stands there, and what it asks for a little later or only with room for it. */
const always = [
  'app/ConversationButtons.tsx',
  'app/Notices.tsx',
  'composer/TokenLine.tsx',
  'library/Library.tsx',
  'thread/MessageList.tsx',
].map(source)
const others = [
  'app/ParametersPane.tsx',
  'markdown/Markdown.tsx',
  'state/openConversation.ts',
  'state/sendMessage.ts',
].map(source)

/** What reads and writes what is kept, which all that is kept waits for. */
const records = source('storage/records.ts')

type Links = (module: string) => readonly string[]

/**
 * Which modules go into one file. By itself the bundler cuts them wherever a part that is loaded later needs a piece as
 * well: ten files instead of one for what the page begins with, and seventy for what it asks for next. They would weigh
 * more together, since each is packed by itself, and each costs a request.
 */
export function chunks(): Rolldown.CodeSplittingNameFunction {
  let names: Map<string, string> | undefined
  return (id, bundle) => {
    names ??= named(
      (module) => bundle.getModuleInfo(module)?.importedIds ?? [],
      (module) => bundle.getModuleInfo(module)?.dynamicallyImportedIds ?? [],
    )
    return names.get(id) ?? null
  }
}

function named(needs: Links, loads: Links): Map<string, string> {
  const parts = all([entry], (module) => [...needs(module), ...loads(module)])
    .flatMap((module) => [...loads(module)])
    .concat(entry)
  const users = new Map<string, Set<string>>()
  for (const part of new Set(parts))
    for (const module of all([part], needs)) users.set(module, (users.get(module) ?? new Set()).add(part))

  const soon = [...always, ...others]
  const names = new Map<string, string>()
  for (const [module, of] of users) {
    const count = soon.filter((part) => of.has(part)).length
    // Whatever needs one of the parts would take it along, and each is to come, or to fail, by itself.
    if (all([module], needs).some((needed) => soon.includes(needed))) continue
    if (count > 1 || (of.size > 1 && always.some((part) => of.has(part)))) names.set(module, 'soon')
  }
  for (const module of all([records], needs)) names.set(module, 'kept')
  for (const module of all([entry], needs)) names.set(module, 'first')
  for (const own of [entry, records]) names.delete(own)
  return names
}

/** The modules given, and whatever they lead to. */
function all(from: readonly string[], links: Links): string[] {
  const found = new Set(from)
  for (const module of found) for (const other of links(module)) found.add(other)
  return [...found]
}
