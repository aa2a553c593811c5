import { endingOf, languageNamed } from './languageNames'

/** What models call code by that is the ending of its file already. */
const endings = new Set(
  (
    'tsx jsx mjs cjs mts cts html xhtml svg vue svelte astro h hpp hh toml cfg conf env less sass scss jsonl jsonc ' +
    'json5 ndjson geojson pyi cljs cljc edn mdx zsh fish mm sv cu svh mk'
  ).split(' '),
)
const whole: Record<string, string> = {
  dockerfile: 'Dockerfile',
  makefile: 'Makefile',
  cmake: 'CMakeLists.txt',
}

/** A name for a file with code in it, from what the code's fence says: a language, perhaps with a name of its own. */
export function fileNameOf(info: string): string {
  const named = /^[\w+#-]*:.*?([\w.-]+\.\w+)$/.exec(info)?.[1]
  if (named) return named
  const language = info.toLowerCase()
  return whole[languageNamed(info) ?? ''] ?? `code.${endings.has(language) ? language : endingOf(info)}`
}
