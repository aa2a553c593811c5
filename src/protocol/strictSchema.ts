/**
 * What the API documents of `strict: true`, as of 2026.
 * Source: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */

/** The keywords it takes. `$schema` is not documented, but its own libraries send it. */
export const strictKeywords = words(`
  $schema $defs definitions $ref title description type enum const anyOf
  properties required additionalProperties items minItems maxItems pattern format
  multipleOf minimum maximum exclusiveMinimum exclusiveMaximum`)

export const strictTypes = words('string number integer boolean null object array')

export const strictFormats = words('date-time time date duration email hostname ipv4 ipv6 uuid')

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

export const strictLimits = {
  /** Objects within objects, the root counted. */
  depth: 10,
  properties: 5000,
  /** Values of all enums together. */
  values: 1000,
  /** Names of properties and definitions, and values, together. */
  letters: 120_000,
  /** An enum of more values than this … */
  longEnum: 250,
  /** … may not be longer than this. */
  enumLetters: 15_000,
}

const nameLength = 64

/** What is wrong with the name of a schema. */
export type NameFault = 'empty' | 'characters' | 'long'

export function checkSchemaName(name: string): NameFault | undefined {
  if (name === '') return 'empty'
  if (!/^[a-zA-Z0-9_-]+$/.test(name)) return 'characters'
  return name.length > nameLength ? 'long' : undefined
}

/** The nearest name that the API takes. */
export function mendSchemaName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const mended = plain.trim().replaceAll(/[^a-zA-Z0-9_-]+/g, '_')
  return mended.slice(0, nameLength) || 'answer'
}
