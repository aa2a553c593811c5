import { FileFault } from './FileFault'
import type { Found, RequestFacts } from './Found'
import { cmdWords, isForCmd } from './cmdWords'
import { parseJson } from './parseJson'
import { readRequest } from './readRequest'
import { isSecretName } from '../protocol/secrets'
import { shellWords } from './shellWords'

/** Whether a text is a command for curl, also behind a prompt, or variables that are set for it. */
export const isCurl = (text: string) =>
  /^\s*(?:#[^\n]*\n\s*)*(?:[$>%]\s+)?(?:\w+=\S*\s+)*curl(?:\.exe)?\s/.test(text)

/** The request that a command would send, as a conversation. Nothing is sent, and no file is opened. */
export function readCurl(text: string, now: number): Found {
  const { url, headers, data } = commandIn(text)
  const file = data.find((one) => one.startsWith('@'))
  if (file !== undefined) throw new FileFault('body-in-file', file.slice(1))
  if (!data.length) throw new FileFault('no-body')
  return readRequest(parseJson(data.join('')), {
    source: 'curl',
    now,
    request: { url, ...secretsIn(headers) },
  })
}

interface Command {
  url: string | undefined
  headers: string[]
  /** Bodies, which are put together; one that stands in a file begins with `@`. */
  data: string[]
}

/** Options that mean something here, by what they are. */
const meanings: Record<string, 'url' | 'header' | 'user' | 'bearer' | 'data' | 'raw'> = {
  '--url': 'url',
  '-H': 'header',
  '--header': 'header',
  '-u': 'user',
  '--user': 'user',
  '--oauth2-bearer': 'bearer',
  '-d': 'data',
  '--data': 'data',
  '--data-ascii': 'data',
  '--data-binary': 'data',
  '--json': 'data',
  '--data-raw': 'raw',
}

/** Others that have a word behind them. */
const withWord = new Set(
  `-A -b -c -C -D -e -E -F -K -m -o -P -Q -r -t -T -U -w -x -X -y -Y -z --aws-sigv4 --cacert --capath --cert --cert-type
  --ciphers --config --connect-timeout --connect-to --cookie --cookie-jar --data-urlencode --dump-header --form
  --interface --key --key-type --limit-rate --max-redirs --max-time --noproxy --output --pass --proxy --proxy-header
  --proxy-user --rate --referer --request --resolve --retry --retry-delay --retry-max-time --socks5 --stderr --tls-max
  --trace --trace-ascii --unix-socket --upload-file --user-agent --write-out --request-target`.split(/\s+/),
)

function commandIn(text: string): Command {
  const { words, input } = isForCmd(text) ? { words: cmdWords(text), input: undefined } : shellWords(text)
  const command: Command = { url: undefined, headers: [], data: [] }
  const start = words.findIndex((word) => /^curl(\.exe)?$/i.test(word))
  const rest = words.slice(start + 1).flatMap(apart)
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!
    const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined
    const value = rest[at + 1] ?? ''
    if (meaning || withWord.has(word)) at += 1
    if (meaning === 'url' || (!meaning && isAddress(word))) command.url ??= meaning ? value : word
    else if (meaning === 'header') command.headers.push(value)
    else if (meaning === 'user') command.headers.push(`Authorization: ${value}`)
    else if (meaning === 'bearer') command.headers.push(`Authorization: Bearer ${value}`)
    else if (meaning === 'raw') command.data.push(value)
    else if (meaning === 'data') command.data.push(value === '@-' && input !== undefined ? input : value)
  }
  return command
}

/** Short options may stand together, the last of them with its word: `-sSLX POST`, `-XPOST`, `-d{}`. */
function apart(word: string): string[] {
  if (!/^-[A-Za-z#].+/s.test(word)) return [word]
  for (let at = 1; at < word.length; at++) {
    const option = `-${word[at]}`
    const rest = word.slice(at + 1)
    if (Object.hasOwn(meanings, option) || withWord.has(option)) return rest ? [option, rest] : [option]
  }
  return []
}

const isAddress = (word: string) => /^(https?:\/\/|[$\w.-]+[:./])/i.test(word)

/** What stands in headers that hold keys; a variable is none. */
function secretsIn(headers: readonly string[]): Pick<RequestFacts, 'secrets' | 'key'> {
  const secrets: string[] = []
  let key: string | undefined
  for (const header of headers) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*?)\s*$/s.exec(header) ?? []
    const secret = value.replace(/^Bearer\s+/i, '')
    if (!isSecretName(name) || secret === '' || /^[$%<]/.test(secret)) continue
    secrets.push(secret)
    if (secret !== value) key ??= secret
  }
  return { secrets, key }
}
