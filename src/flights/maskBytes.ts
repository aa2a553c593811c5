import { findSpelled } from './findSpelled'

// One character for each byte, so that what is found keeps its place.
const letters = new TextDecoder('latin1')
const star = 42

/** The ways in which a server may write a secret that it quotes. */
function writings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  return [...new Set([secret, json, json.replaceAll('/', '\\/'), encodeURIComponent(secret)])]
}

/** Secrets of fewer characters are none, and hiding them would tear words apart. */
export const shortestSecret = 4

/**
 * Writes stars over every secret in these bytes, as many as it had bytes: all that follows keeps its place, also where an
 * answer spells one out over several events. The bytes themselves are altered.
 */
export function maskBytes(bytes: Uint8Array, secrets: readonly string[]): void {
  const wanted = secrets
    .filter(({ length }) => length >= shortestSecret)
    .flatMap(writings)
    .map((writing) => letters.decode(new TextEncoder().encode(writing)))
  if (!wanted.length) return
  const text = letters.decode(bytes)
  const hide = (from: number, to: number) => bytes.fill(star, from, to)
  for (const sought of wanted)
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
      hide(at, at + sought.length)
  findSpelled(text, wanted, hide)
}

/** A text with three stars in the place of every secret. */
export function maskText(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets)
    if (secret.length >= shortestSecret)
      for (const writing of writings(secret)) clean = clean.replaceAll(writing, '***')
  return clean
}
