/** Keys by the prefixes that providers give them, also shortened by the server (`sk-abc***xyz`). */
const prefixed =
  /\b(?:sk|pk|rk|gsk|csk|hf|xai|pplx|nvapi|tgp|r8|fw)[-_](?=[\w*•…-]*[\d*•…]|[\w-]{16})[\w*•…-]{3,}(?:\.[\w*-]+)*|\bAIza[\w*-]{4,}/g
/** Those of other services, and of signed tokens. */
const ofServices = new RegExp(
  [
    String.raw`\bgh[oprsu]_\w{16,}|\bgithub_pat_\w{16,}|\bglpat-[\w-]{16,}|\bxox[abeoprs]-[\w-]{10,}`,
    String.raw`\b(?:AKIA|ASIA)[A-Z\d]{16}\b|(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}`,
  ].join('|'),
  'g',
)
/** A name with a password before a host; what is a template has none yet. */
const inAddress = /(?<=\w:\/\/)[^\s/?#@:"'`<>{},]*:[^\s/?#"'`<>{},]+(?=@)/g
/** A word after `Bearer` that no sentence would hold: with a digit or a star in it, or very long. */
const bearer = /\bBearer\s+(?:(?=[\w.~+/=-]*[\d*•…])[\w.~+/=*•…-]{4,}|[\w.~+/=-]{20,})/gi

/** `text` without anything that looks like an API key, and without the given secrets: keys are never quoted. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text
  // Below four characters a secret is no secret, and replacing it would tear words apart.
  for (const secret of secrets)
    if (secret.length >= 4) clean = withoutHalf(clean.replaceAll(secret, '[key]'), secret)
  for (const looks of [bearer, prefixed, ofServices, inAddress]) clean = clean.replace(looks, '[key]')
  return clean
}

/** A text that was cut short may end in the middle of the secret. */
function withoutHalf(text: string, secret: string): string {
  const end = text.endsWith('…') ? text.length - 1 : text.length
  for (let length = Math.min(secret.length - 1, end); length >= 4; length--)
    if (text.startsWith(secret.slice(0, length), end - length))
      return `${text.slice(0, end - length)}[key]${text.slice(end)}`
  return text
}

/** The beginning of what a server sent, fit to be shown: no key, no half character, at most `length` characters. */
export function excerptOf(text: string, length = 2000): string {
  const clean = redact(text.slice(0, 2 * length)).trim()
  return (clean.length > length ? `${clean.slice(0, length - 1)}…` : clean).toWellFormed()
}
