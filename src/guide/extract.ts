import type { JsonObject, JsonValue } from '../protocol/wire'
import { fieldOf, instructs, requestedFields, type Field, type FieldKind } from './fields'
import type { Turn } from './generation'
import { findMentions, type Mention, type MentionKind } from './mentions'
import { findPeople, type Person } from './people'
import { readAge, readJob, readShapes, surest } from './readers'
import { splitRequest } from './splitRequest'

/**
 * Reads the fields that the messages ask for out of the text they give, by rules: a JSON object, or null when
 * no field is asked for. What the text does not say is null; several people become a list under `people`.
 */
export function extract(messages: readonly Turn[]): JsonObject | null {
  const requests = messages.filter(instructs).map((turn) => ({ turn, ...splitRequest(turn.text) }))
  const last = requests.findLast(({ turn }) => turn.role === 'user')
  if (!last) return null
  const fields = requestedFields(
    requests.map(({ turn, instruction }) => (turn.role === 'user' ? instruction : turn.text)),
  )
  if (fields.length === 0) return null
  return readFields(fields, last.text)
}

const mentioned: Partial<Record<FieldKind, MentionKind>> = {
  name: 'person',
  city: 'place',
  country: 'country',
  company: 'company',
}

/** Kinds of which each person has one; for these it matters how many people there are. */
const personal = new Set<FieldKind>([
  'name',
  'first name',
  'last name',
  'age',
  'job',
  'city',
  'country',
  'company',
])

function readFields(fields: readonly Field[], text: string): JsonObject {
  const mentions = findMentions(text)
  const people = findPeople(text, mentions)
  const everyone = { name: people[0]?.name ?? quietName(text), mentions, text }
  const asksNames = fields.some(({ kind }) => /name/.test(kind))
  const single = fields.filter(({ kind, plural }) => personal.has(kind) && !plural)

  if (asksNames && people.length > 1 && (single.length > 0 || fields.length > 1)) {
    return {
      people: people.map((person) =>
        Object.fromEntries(
          fields.map(({ key, kind }) => [key, readOne(kind, about(person, text, mentions))]),
        ),
      ),
    }
  }
  return Object.fromEntries(
    fields.map(({ key, kind, plural }) => [
      key,
      plural ? readAll(kind, text, mentions) : readOne(kind, everyone),
    ]),
  )
}

/** Reads values out of a text by the names of properties: of everyone, or of one person in it. */
export function createReader(text: string) {
  const mentions = findMentions(text)
  const people = findPeople(text, mentions)
  const everyone: Subject = { name: people[0]?.name ?? quietName(text), mentions, text }
  return {
    everyone,
    people: people.map((person) => about(person, text, mentions)),
    one: (key: string, subject: Subject) => readOne(fieldOf(key, key).kind, subject),
    all: (key: string) => readAll(fieldOf(key, key).kind, text, mentions),
  }
}

/** What is said of somebody. */
export interface Subject {
  name: string | null
  mentions: readonly Mention[]
  text: string
}

function about(person: Person, text: string, mentions: readonly Mention[]): Subject {
  const parts = person.parts.map(([from, to]) => text.slice(from, to))
  const inside = mentions.filter(({ start }) =>
    person.parts.some(([from, to]) => start >= from && start < to),
  )
  return { name: person.name, mentions: inside, text: parts.join(' ') }
}

function readOne(kind: FieldKind, { name, mentions, text }: Subject): JsonValue {
  if (kind === 'name') return name
  if (kind === 'first name') return name?.split(' ')[0] ?? null
  if (kind === 'last name') return name?.includes(' ') ? name.slice(name.indexOf(' ') + 1) : null
  if (kind === 'age') return readAge(text)
  if (kind === 'job') return readJob(text)
  if (kind === 'city') return surest(mentions, 'place') ?? quietPlace(text)
  if (kind === 'country' || kind === 'company') return surest(mentions, kind)
  return readShapes(kind, text)[0] ?? null
}

function readAll(kind: FieldKind, text: string, mentions: readonly Mention[]): JsonValue[] {
  const sort = mentioned[kind]
  if (!sort) return readShapes(kind, text)
  if (sort === 'person') return findPeople(text, mentions).map(({ name }) => name)
  return [...new Set(mentions.filter((mention) => mention.kind === sort).map((mention) => mention.text))]
}

/** A name without a capital can only be told by the words before it. */
function quietName(text: string): string | null {
  return (
    /\b(?:name(?: is|['’]s)|called|named)\s+(\p{Ll}+(?: (?!and\b|i\b|from\b|is\b)\p{Ll}+)?)/iu.exec(
      text,
    )?.[1] ?? null
  )
}

function quietPlace(text: string): string | null {
  const found = /\b(?:lives? in|living in|based in|i['’]m from|i am from)\s+((?!the\b|an?\b)\p{Ll}+)/iu.exec(
    text,
  )
  return found?.[1] ?? null
}
