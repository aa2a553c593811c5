import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

const entry = fileURLToPath(new URL('../../src/main.tsx', import.meta.url))

/**
 * One chunk for all that the page begins with. By itself the bundler cuts it wherever a part that is loaded later needs
 * a piece of it too: ten files instead of one, which weigh more together, since each is packed by itself.
 */
export function firstLoad(): Rolldown.CodeSplittingNameFunction {
  let first: Set<string> | undefined
  return (id, bundle) => {
    if (!first) {
      first = new Set([entry])
      for (const module of first)
        for (const other of bundle.getModuleInfo(module)?.importedIds ?? []) first.add(other)
    }
    return first.has(id) && id !== entry ? 'first' : null
  }
}
