import type { TokenLogprob } from '../protocol/wire'

export interface Alternative {
  text: string
  logprob: number | undefined
  /** It is the one that was drawn. */
  drawn: boolean
  /** Its bytes make whole characters, so that a text can go on from it. */
  whole: boolean
}

/**
 * One piece of an answer as the lens shows it: a token, or several whose bytes only together make a character.
 * `text` is what it adds to the answer.
 */
export interface LensToken {
  text: string
  /** Of all its tokens together. */
  logprob: number | undefined
  /** `special` marks a token that no text shows, by its name; `bytes` is one whose bytes make no character. */
  kind: 'text' | 'special' | 'bytes'
  /** What to show of a token without text. */
  name: string
  /** The first of its tokens, and how many they are. */
  first: number
  count: number
}

/** So many tokens are tried together: a token may end one character and begin the next, and so go on. */
const longestJoin = 16

/** What a drawn token and an alternative to it have in common. */
type AnyToken = Pick<TokenLogprob, 'token' | 'bytes' | 'logprob'>

const special = /^(?:<\|[^<>]*\|>|<\/?[a-z_]+>|\[\/?[A-Z_]+\])$/

/** The tokens of an answer as they came, made legible. */
export function lensTokens(content: readonly TokenLogprob[]): LensToken[] {
  const tokens: LensToken[] = []
  for (let at = 0; at < content.length;) {
    const { logprob, ...token } = content[at]!
    const read = readToken(token)
    const joined = read.kind === 'bytes' ? join(content, at) : undefined
    tokens.push(joined ?? { ...read, first: at, count: 1, logprob })
    at += joined?.count ?? 1
  }
  return tokens
}

/** From here on as many tokens as together make whole characters, if any number of them does. */
function join(content: readonly TokenLogprob[], from: number): LensToken | undefined {
  const bytes: number[] = []
  let logprob: number | undefined = 0
  for (let count = 1; count <= longestJoin && from + count <= content.length; count++) {
    const token = content[from + count - 1]!
    const more = bytesOf(token)
    if (!more) return undefined
    bytes.push(...more)
    logprob = logprob === undefined || token.logprob === undefined ? undefined : logprob + token.logprob
    const text = decode(bytes)
    if (text !== undefined && text !== '')
      return { text, name: '', kind: 'text', first: from, count, logprob }
  }
  return undefined
}

/** What else could have stood in the place of a token, itself included, the likeliest first. */
export function alternativesOf(token: TokenLogprob): Alternative[] {
  const { top_logprobs } = token
  const listed = Array.isArray(top_logprobs) ? top_logprobs : []
  const isDrawn = (other: AnyToken) => other.token === token.token && sameBytes(other, token)
  const all: AnyToken[] = listed.some(isDrawn) ? listed : [...listed, token]
  return all
    .map((one) => {
      const { text, name, kind } = readToken(one)
      return {
        text: text || name,
        logprob: one.logprob,
        drawn: isDrawn(one),
        whole: kind === 'text' && text !== '',
      }
    })
    .toSorted((a, b) => (b.logprob ?? -Infinity) - (a.logprob ?? -Infinity))
}

function readToken(token: AnyToken): Pick<LensToken, 'text' | 'name' | 'kind'> {
  const bytes = bytesOf(token)
  const name = token.token ?? ''
  // Servers differ in whether a token that is no text has no bytes, or none that they tell.
  if (!bytes?.length && (name === '' || special.test(name)))
    return { text: '', name: name || '∅', kind: 'special' }
  if (!bytes) return { text: name, name: '', kind: 'text' }
  const text = decode(bytes)
  if (text === undefined) return { text: '', name: hex(bytes), kind: 'bytes' }
  return { text, name: '', kind: 'text' }
}

function bytesOf({ bytes }: AnyToken): number[] | undefined {
  return Array.isArray(bytes) && bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)
    ? bytes
    : undefined
}

const sameBytes = (one: AnyToken, other: AnyToken) => (one.bytes ?? []).join() === (other.bytes ?? []).join()
const hex = (bytes: number[]) =>
  bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')

// A byte-order mark is a character like any other in the middle of a text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const replacement = '\ufffd'

/** The text of these bytes; undefined if they begin or end inside a character. */
function decode(bytes: number[]): string | undefined {
  const text = decoder.decode(Uint8Array.from(bytes))
  // Where a byte fits no character there is a sign for it, which may also be what was said.
  if (!text.includes(replacement)) return text
  const signs = text.split(replacement).length - 1
  const said = bytes.filter(
    (byte, at) => byte === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd,
  ).length
  return signs === said ? text : undefined
}
