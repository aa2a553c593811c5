/** Headers that servers want and that keep no secret, so that their values may stand anywhere. */
const harmless =
  /^(?:http-referer|referer|x-title|accept(?:-.*)?|content-type|user-agent|.*-(?:version|beta))$/i

const telling = new RegExp(
  [
    'secret|passw(or)?d|passphrase|credential|authori[sz]ation|api_?keys?$|(^|_)cookies?$|(^|_)bearer$',
    '(^|_)(auth|jwt|pwd|key)$|(access|private|subscription|master|auth|license)_?key$',
    '(^|_|access|auth|refresh|session|security|csrf)token$',
  ].join('|'),
)

/** Tokens as models have them, and pages of lists. */
const otherTokens = /(^|_)(bos|eos|pad|unk|sep|cls|mask|stop|special|start|end|image|next|page)_token$/

/** A name as it is told by, in whatever way it is written: `apiKey`, `X-API-Key` and `api_key` say the same. */
export const plainName = (name: string) =>
  name
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-.]/g, '_')
    .toLowerCase()

/** Whether the name of a header, of a field or of a part of a query speaks of a secret. */
export function isSecretName(name: string): boolean {
  const plain = plainName(name)
  return telling.test(plain) && !otherTokens.test(plain)
}

/** In a query these short names have a secret as well: of signed addresses, and of Azure's functions. */
const isSecretInQuery = (name: string) =>
  isSecretName(name) || /^(code|sig|(.*_)?signature|token|key)$/.test(plainName(name))

/** What may be a secret under a name that says nothing: `true`, a word or a version is none. */
const mayBeSecret = (value: string) => value.length >= 12 || (value.length >= 8 && /[^a-z]/i.test(value))

/** What in the headers that a reader has added may be a secret, also without the scheme before it. */
export function secretsInHeaders(headers: readonly { name: string; value: string }[]): string[] {
  return headers.flatMap(({ name, value }) => {
    const whole = value.trim()
    if (harmless.test(name.trim()) || !(isSecretName(name) || mayBeSecret(whole))) return []
    const bare = whole.replace(/^(?:Bearer|Basic|Token)\s+/i, '')
    return whole === bare ? [whole] : [whole, bare]
  })
}

const queryPart = /([?&])([^=&#]*)=([^&#]*)/g
const credentials = /^(\w+:\/\/)([^/?#]*)@/

/** What in an address is a secret: parts of its query, as they are and as they are written, and a password. */
export function secretsInAddress(address: string): string[] {
  const secrets = [...address.matchAll(queryPart)]
    .filter(([, , name = '']) => isSecretInQuery(decoded(name)))
    .map(([, , , value = '']) => value)
  const password = credentials.exec(address)?.[2]?.replace(/^[^:]*:/, '')
  const all = [...secrets, ...(password === undefined ? [] : [password])]
  return [...new Set(all.flatMap((one) => [decoded(one), one]))].filter((one) => one !== '')
}

/** The address with three stars, or something else, where `secretsInAddress` finds a secret; else to the letter. */
export const addressWithoutSecrets = (address: string, instead = '***'): string =>
  address
    .replace(credentials, '$1')
    .replace(queryPart, (part, mark: string, name: string, value: string) =>
      isSecretInQuery(decoded(name)) && value !== '' ? `${mark}${name}=${instead}` : part,
    )

/** The names of the parts of a query that are secret, in their order, and the address without these parts. */
export function secretQuery(address: string): { names: string[]; rest: string } {
  const names: string[] = []
  const rest = address.replace(queryPart, (part, mark: string, name: string) => {
    if (!isSecretInQuery(decoded(name))) return part
    names.push(decoded(name))
    return mark === '?' ? '?' : ''
  })
  return { names, rest: rest.replace('?&', '?').replace(/\?(?=#|$)/, '') }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
