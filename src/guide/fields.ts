import type { Turn } from './generation'

/** What can be read out of a text; `unknown` is a field that was asked for and that no rule can find. */
export type FieldKind =
  | 'name'
  | 'first name'
  | 'last name'
  | 'age'
  | 'city'
  | 'country'
  | 'job'
  | 'company'
  | 'email'
  | 'phone'
  | 'url'
  | 'date'
  | 'time'
  | 'price'
  | 'currency'
  | 'number'
  | 'unknown'

export interface Field {
  /** The key in the answer. */
  key: string
  kind: FieldKind
  /** Whether all of them are asked for ("emails"), not one. */
  plural: boolean
}

/** Under which words a field is asked for; the first that fits counts. */
const kinds: [FieldKind, RegExp][] = [
  ['first name', /^(?:first|given|fore) ?name$/],
  ['last name', /^(?:(?:last|family) ?name|surname)$/],
  ['company', /\b(?:company|employer|organi[sz]ation|firm)\b/],
  ['email', /\be-? ?mail\b/],
  ['phone', /\b(?:phone|telephone|mobile|cell|tel)\b/],
  ['url', /\b(?:url|website|web ?site|link|homepage|web address)\b/],
  ['country', /\b(?:country|nation)\b/],
  ['city', /\b(?:city|town|village|location|place|residence|home ?town|whereabouts)\b/],
  ['date', /\b(?:date|day|birthday|dob|deadline)\b/],
  ['time', /\btime\b/],
  ['currency', /\bcurrency\b/],
  ['price', /\b(?:price|cost|amount|total|sum|fee|salary)\b/],
  ['job', /\b(?:job|occupation|profession|position|job ?title|work|trade)\b/],
  ['age', /\bage\b/],
  ['number', /\b(?:number|quantity|count)\b/],
  ['name', /\b(?:name|person|who)\b/],
]

/** Nouns for the answer as a whole, not for a part of it. */
const generic =
  /^(?:(?:the )?(?:following|relevant|key|requested|this|these|all|valid|only|some|structured|a|an) ?)*(?:json(?: object)?|info(?:rmation)?|data|details?|facts?|fields?|keys?|values?|entities|everything|object|text|sentence|answer|result|me|it|them|following|properties|attributes|output|response)?$/i

const lead =
  /\b(?:extract|get|find|pull(?: out)?|identify|give(?: me)?|return|list|parse(?: out)?|read|collect|tell me|provide|output|include|includ(?:es|ing)|detect|fields?|keys?|properties|columns|with|containing|what(?: is| are|'s)|find out)\b[:\s]+/gi

/**
 * The fields that a conversation asks for, from the newest message that names any. `instructions` are messages
 * without the text that is to be read.
 */
export function requestedFields(instructions: readonly string[]): Field[] {
  for (const instruction of instructions.toReversed()) {
    const fields = fieldsOf(instruction)
    if (fields.length > 0) return fields
  }
  return []
}

function fieldsOf(instruction: string): Field[] {
  const template = /\{[^{}]*\}/.exec(instruction)?.[0] ?? ''
  const keys = [...template.matchAll(/["']?([\p{L}_][\p{L}\p{N}_ -]*)["']?\s*:/gu)].map(([, key]) => key!)
  if (keys.length > 0) return unique(keys.map((key) => fieldOf(key, key)))

  let best: Field[] = []
  for (const { index, 0: verb } of instruction.matchAll(lead)) {
    const list = listEnd.exec(instruction.slice(index + verb.length))?.[0] ?? ''
    const items = list.split(/,|;|\/|&|\n|\b(?:and|or|plus|as well as)\b/i).flatMap(readItem)
    if (items.length > best.length && items.some(({ kind }) => kind !== 'unknown')) best = items
  }
  return unique(best)
}

/** A list of fields goes on until the text it is to be read from is spoken of, or the sentence ends. */
const listEnd =
  /^[\s\S]*?(?=\s(?:from|in|out of|mentioned|found|given|as|into|for|that|which)\b|[:.?!](?:\s|$)|$)/i

/** What stands before the name of a field: "the person's", "all", "fields". */
const opening =
  /^(?:(?:\p{L}+(?:'s|s')|the|an?|their|his|her|its|your|all|any|each|every|of|following|fields?|keys?|named?|values?|person)\s+)+(?=\S)/iu

function readItem(item: string): Field[] {
  const bare = item
    .replaceAll(/\([^)]*\)|["“”`*]|^\s*[-•\d.]+\s|(?<!\p{L})'|'(?!\p{L})/gu, ' ')
    .trim()
    .replace(opening, '')
    .replace(/\s+(?:of|for) .*$|\s+(?:fields?|keys?|values?)$/i, '')
    .trim()
  if (bare === '' || generic.test(bare) || bare.split(/\s+/).length > 3) return []
  const words = /^[\p{L}\s-]+$/u.test(bare) && !/\p{Ll}\p{Lu}/u.test(bare)
  return [fieldOf(bare, words ? toKey(bare) : bare)]
}

const toKey = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .replace(/^e_mail/, 'email')

/** What a key asks for, by the words in it. */
export function fieldOf(words: string, key: string): Field {
  const plain = words
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/_/g, ' ')
  const plural = /(?:[^s]s|people|cities|countries|companies)$/.test(plain) && !plain.endsWith('address')
  const singular = plain
    .replaceAll(/ies\b/g, 'y')
    .replaceAll(/([^s])s\b/g, '$1')
    .replaceAll(/people/g, 'person')
  const kind = kinds.find(([, pattern]) => pattern.test(singular))?.[0] ?? 'unknown'
  return { key, kind, plural }
}

const unique = (fields: Field[]) => [...new Map(fields.map((field) => [field.key, field])).values()]

/** Whether a message is meant to be read for its instructions. */
export const instructs = ({ role }: Turn) => role === 'user' || role === 'system' || role === 'developer'
