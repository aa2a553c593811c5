import type { LensToken } from './lensTokens'

/** What nobody sees, made visible. A line break stays one, behind its sign. */
export function shownIn(token: LensToken): string {
  if (token.kind !== 'text') return token.name
  return token.text
    .replaceAll('\t', '⇥\t')
    .replaceAll(/\r?\n/g, (newline) => `↵${newline}`)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) =>
      sign === '\t' || sign === '\n' || sign === '\r' ? sign : codeOf(sign),
    )
}

/** A token on one line: every space and line break as a sign. */
export function named(text: string): string {
  return text
    .replaceAll(' ', '␣')
    .replaceAll('\t', '⇥')
    .replaceAll(/\r?\n/g, '↵')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, codeOf)
}

// A joiner inside an emoji has its own work to do, and is seen by what it joins.
function codeOf(sign: string): string {
  return sign === '\u200d' ? sign : `⟨${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
