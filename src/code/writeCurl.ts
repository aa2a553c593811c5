import { shellQuoted, shellWord } from '../protocol/shellWord'
import { type CodeRequest, isStreamed } from './CodeRequest'
import { json } from './dialects'
import { inLines } from './literal'

/** Linux takes no longer argument than 128 KiB. */
const longestArgument = 100_000

/** The request as a command for `curl`, in any shell of Unix. */
export function writeCurl({ url, keyVariable, headers, query = [], body }: CodeRequest): string {
  const data = inLines(body, json)
  const flags = [...(isStreamed(body) ? ['-N'] : []), ...(/[[\]{}]/.test(url) ? ['-g'] : [])]
  const lines = [
    ['curl', ...flags, addressFor(url, query)].join(' '),
    "-H 'Content-Type: application/json'",
    ...(keyVariable ? [`-H "Authorization: Bearer $${keyVariable}"`] : []),
    ...headers.map(({ name, variable }) =>
      // The grammar of names allows what a shell takes for a command.
      /^[\w.-]+$/.test(name) ? `-H "${name}: $${variable}"` : `-H ${shellQuoted(`${name}: `)}"$${variable}"`,
    ),
  ]
  if (new TextEncoder().encode(data).length <= longestArgument)
    return `${[...lines, `-d ${shellQuoted(data)}`].join(' \\\n  ')}\n`
  const end = endFor(data)
  return `${[...lines, `--data-binary @- <<'${end}'`].join(' \\\n  ')}\n${data}\n${end}\n`
}

/** The address, with what is read from variables behind it, as one word. */
const addressFor = (url: string, query: NonNullable<CodeRequest['query']>) =>
  query.reduce((text, { name, variable }, at) => {
    const mark = at > 0 || url.includes('?') ? '&' : '?'
    return `${text}${shellQuoted(`${mark}${encodeURIComponent(name)}=`)}"$${variable}"`
  }, shellWord(url))

/** A word that ends what is read from here on, and is no line of it. */
function endFor(data: string): string {
  const lines = new Set(data.split('\n'))
  let end = 'JSON'
  while (lines.has(end)) end += '_'
  return end
}
