import type { Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** Larger parts than this are not fetched before they are used, in characters. */
const largest = 300_000

/**
 * Which files of a build are kept as soon as the page is at rest, and which only once they are used. At once come all
 * parts of our own and the scripts of workers; when they are used come whole packages that are loaded late (languages,
 * diagrams, tokenisers) and whatever is large.
 */
export function keptOffline(bundle: Bundle): { entry: string; first: string[]; later: string[] } {
  const files = Object.values(bundle)
  const entry = files.find((file) => file.type === 'chunk' && file.isEntry)
  if (!entry) throw new Error('The build has no entry.')
  const first = new Set([entry.fileName])
  for (const name of first) {
    const file = bundle[name]
    if (file?.type !== 'chunk') continue
    for (const other of file.imports) first.add(other)
    for (const other of file.dynamicImports) if (isEarly(bundle[other])) first.add(other)
    for (const style of file.viteMetadata?.importedCss ?? []) first.add(style)
    for (const worker of workersIn(file, files)) first.add(worker)
  }
  // Where the program does not start, it must not take the network to say so.
  for (const { fileName } of files) if (fileName.startsWith('assets/recovery-')) first.add(fileName)
  const later = files.map(({ fileName }) => fileName).filter((name) => isOurs(name) && !first.has(name))
  return { entry: entry.fileName, first: [...first], later }
}

const isOurs = (name: string) => name.startsWith('assets/') && !name.endsWith('.map')

const isEarly = (file: Bundle[string] | undefined) =>
  file?.type === 'chunk' && !file.facadeModuleId?.includes('/node_modules/') && file.code.length <= largest

/** Workers are bundles of their own, whose files are assets of this one. */
const workersIn = ({ code }: Rolldown.OutputChunk, files: Bundle[string][]) =>
  files
    .filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.js'))
    .map(({ fileName }) => fileName)
    .filter((name) => code.includes(name.replace('assets/', '')))
