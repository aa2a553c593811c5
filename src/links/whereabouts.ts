import { isObject } from '../protocol/isObject'
import type { Role } from '../protocol/wire'
import type { SharedConversation } from './SharedConversation'

/** Every piece is bounded, so that each text is read once from its beginning to its end. */
const tail = String.raw`[^\s"'\`<>()[\]{}|*?,;]{0,80}`
const ending = String.raw`(?::\d{1,5})?(?![\w-]|\.\w)`
const candidates = new RegExp(
  [
    String.raw`file:\/\/[\w/%]${tail}`,
    // A page has a path as well, and an address before it.
    String.raw`(?<![\w.~/-])\/(?:home|Users|root|etc|opt|var|srv|mnt|Volumes|private|tmp|media\/[\w.-]{1,60})\/[\w.-]${tail}`,
    String.raw`(?<![\w.~/-])~\/[\w.-]${tail}`,
    // Also as JSON writes it.
    String.raw`(?<![\w\\:.])(?:\\{2}[\w.-]{1,63}\\|\\{4}[\w.-]{1,63}\\\\)[\w$.-]${tail}`,
    String.raw`\b[A-Za-z]:(?:\\{1,2}|\/)(?:[Uu]sers|Documents and Settings)[\\/]${tail}`,
    String.raw`\b[A-Z]:\\{1,2}[\w.-]{2}${tail}`,
    String.raw`\b(?<scheme>[A-Za-z]{2,6}):\/\/(?<authority>[\w.:@%[\]-]{1,255})`,
    String.raw`\blocalhost:\d{1,5}\b`,
    String.raw`(?<![\w.-])(?<ip>\d{1,3}(?:\.\d{1,3}){3})${ending}`,
  ].join('|'),
  'g',
)

const ownNames = /^localhost$|\.(?:localhost|local|lan|home|internal|intranet|corp|home\.arpa|ts\.net)$/i
const ownNumbers =
  /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^0\.0\.0\.0$/
const ofHosts = /^(?:https?|wss?|s?ftp|smb|nfs|ssh)$/i
const ownIPv6 = /^\[(?:::1|f[cd][\da-f]{2}:|fe80:)/i

/** Whether a host is this machine, or one that only a network at home or at work knows. */
function isOwnHost(authority: string, scheme = ''): boolean {
  const host = authority.replace(/^.*@/, '').replace(/[.:]+$/, '')
  const name = host.replace(/:\d+$/, '')
  // What has a port and no point is a name in somebody's network; without a port it is one where hosts are meant.
  const isBare = (name !== host || ofHosts.test(scheme)) && /^[a-z][\w-]*$/i.test(name)
  return isBare || ownNames.test(name) || ownIPv6.test(name) || (isIPv4(name) && ownNumbers.test(name))
}

const isIPv4 = (text: string) =>
  /^\d+(?:\.\d+){3}$/.test(text) && text.split('.').every((part) => +part < 256)

/** Paths on somebody's disk and addresses of somebody's own network that stand in a text: the first of them, once each. */
export function whereaboutsIn(text: string, most = 3): string[] {
  const found = new Set<string>()
  for (const { 0: match, groups } of text.matchAll(candidates)) {
    const host = groups?.['authority'] ?? groups?.['ip']
    if (host === undefined || isOwnHost(host, groups?.['scheme'])) found.add(match.replace(/[.:!\\]+$/, ''))
    if (found.size >= most) break
  }
  return [...found]
}

/** A message that tells where somebody is, or, without a role, what stands beside the messages. */
export interface Telling {
  role?: Role
  places: string[]
}

/** What in a conversation that is given away goes along because it stands in its words. */
export function tellingsOf({ title, parameters, extraBody, messages }: SharedConversation): Telling[] {
  const beside = placesIn([title, parameters, extraBody, messages.map(({ run }) => run?.parameters)])
  const said = messages.map(({ role, run: _run, ...words }) => ({ role, places: placesIn(words) }))
  return [...(beside.length ? [{ places: beside }] : []), ...said.filter(({ places }) => places.length)]
}

function placesIn(value: unknown): string[] {
  const found = new Set<string>()
  for (const text of textsIn(value)) for (const place of whereaboutsIn(text)) found.add(place)
  return [...found].slice(0, 3)
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item)
  else if (isObject(value)) for (const field of Object.values(value)) yield* textsIn(field)
}
