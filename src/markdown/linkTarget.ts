/** Where a link leads. */
export interface LinkTarget {
  /** The host as it stands in the network: letters that look like others become `xn--…`. */
  host: string
  /** The words of the link say so already. */
  isNamed: boolean
  /** The words, or the address itself, make one think of another place. */
  isDisguised: boolean
}

/** What turns the order of letters around. */
const turning = /[\u202a-\u202e\u2066-\u2069]/
/** Endings that a reader takes for those of a host, and not of a file. */
const endings =
  'com|org|net|edu|gov|mil|int|info|biz|io|ai|dev|app|co|me|tv|eu|uk|us|ca|au|nz|de|fr|it|es|pt|nl|be|ch|at|se|no|dk|fi|ie|pl|cz|hu|gr|ro|ru|ua|tr|il|in|cn|jp|kr|tw|hk|sg|br|mx|ar|za|xyz|online|site|shop|bank|cloud|example'
const bare = new RegExp(String.raw`^[\p{L}\p{N}.@-]+\.(?:${endings})(?=$|[/?#:])`, 'iu')
const spelt = /(?:https?:[\\/]{2}|www\.)[^\s\\/?#]+/giu

/** Where a link with these words leads, if that is a place in the web. */
export function linkTarget(href: string, words: string): LinkTarget | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined
  const { host, username, password } = url
  const named = hostsIn(words)
  const fits = (name: string) => name === bared(host) || bared(host).endsWith(`.${name}`)
  return {
    host,
    isNamed: named.length > 0 && named.every((name) => name === bared(host)),
    isDisguised:
      username !== '' ||
      password !== '' ||
      /(?:^|\.)xn--/.test(host) ||
      turning.test(words) ||
      !named.every(fits),
  }
}

const bared = (host: string) => host.replace(/^www\./, '')

/** The hosts that somebody who reads these words thinks of. */
function hostsIn(words: string): string[] {
  const trimmed = words.trim()
  const found = [...(trimmed.match(spelt) ?? []), ...(bare.exec(trimmed) ?? [])]
  return found.map((name) => {
    const address = /^https?:/i.test(name) ? name : `https://${name}`
    return URL.canParse(address) ? bared(new URL(address).host) : name
  })
}
