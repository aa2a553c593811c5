import { unicodeHost } from './punycode'

/** How texts write what stands around a host: plainly, as JSON escapes it, and as a part of another address. */
const colon = '(?::|%(?:25)*3a)'
const slashes = String.raw`(?:\\*/|\\+u002f|%(?:25)*2f){2}`
const letter = String.raw`[^\s/?#@"'\`<>{},\\]`
const user = String.raw`(?:${letter}{0,256}(?:@|%(?:25)*40))?`
/** A name and a password without a scheme: each run of letters is looked at from its beginning alone. */
const bareUser = String.raw`(?<!${letter})[^\s/?#@"'\`<>{},\\:()[\]]{1,64}:${letter}{1,128}@`
/** Not inside a longer name; the letter of an escape is no part of one. */
const start = String.raw`(?<![a-z\d\u00c0-\u024f]|[a-z\d][.-])|(?<=\\[bfnrt]|\\u[\da-f]{4}|%[\da-f]{2})`
const end = String.raw`(?!-?[a-z\d\u00c0-\u024f]|\.[a-z\d])`

/**
 * What finds addresses that are somebody's own: a host (`llm.firm.example`) wherever it stands, with scheme, name, password and
 * port around it; an origin (`http://127.0.0.1:8080`) only as a whole. Undefined where there are none.
 */
export function addressPattern(addresses: readonly string[]): RegExp | undefined {
  const hosts = addresses.filter((address) => !address.includes('://')).map(written)
  const origins = addresses.filter((address) => address.includes('://')).map(originPattern)
  const anywhere = String.raw`(?:(?:https?|wss?)${colon}${slashes}${user}|${bareUser}|${start})(?:${hosts.join('|')})(?:\.?${colon}\d{1,5})?${end}`
  const all = [...(hosts.length ? [anywhere] : []), ...origins]
  return all.length ? new RegExp(all.join('|'), 'gi') : undefined
}

function originPattern(origin: string): string {
  const [, scheme = '', host = '', port] = /^(\w+):\/\/(.*?)(?::(\d+))?$/.exec(origin) ?? []
  const ending = port ? colon + port : ''
  return String.raw`${scheme}${colon}${slashes}${user}${written(host)}${ending}(?!${colon}\d)${end}`
}

/** A host in the letters of the network or in its own ones, as plain text, JSON, an address or a regular expression has it. */
function written(host: string): string {
  const own = unicodeHost(host)
  const forms = own === host ? [host] : [host, own]
  return `(?:${forms.map((form) => Array.from(form, writtenLetter).join('')).join('|')})`
}

function writtenLetter(character: string): string {
  if (/[a-z\d]/i.test(character)) return character
  if (character === '.') return String.raw`(?:\\*\.|%(?:25)*2e)`
  if (character === '-') return String.raw`\\*-`
  if (character <= '\x7f') return `\\${character}`
  const units = [...Array(character.length).keys()].map((at) => character.charCodeAt(at).toString(16))
  const escaped = units.map((unit) => String.raw`\\+u${unit.padStart(4, '0')}`).join('')
  return `(?:${[character, character.normalize('NFD'), encodeURIComponent(character), escaped].join('|')})`
}
