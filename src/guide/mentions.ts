import { countries } from './countries'
import { numberPattern } from './numberWords'

export type MentionKind = 'person' | 'place' | 'country' | 'company' | 'other'

/** A name in a text, and what its surroundings say it names; `score` is how sure they are. */
export interface Mention {
  text: string
  start: number
  end: number
  kind: MentionKind
  score: number
}

const capital = "\\p{Lu}(?:\\.|[\\p{L}\\p{M}]*(?:(?:['’]|-(?=\\p{Lu}))[\\p{L}\\p{M}]+)*)"
const particles =
  '(?:de|da|do|dos|del|della|di|du|van|von|der|den|la|le|el|al|bin|ibn|ten|ter|y|zu|of the|upon)'
const phrases = new RegExp(`(?<![\\p{L}@./])${capital}(?:(?:\\s${particles}){0,2}\\s${capital})*`, 'gu')

/** Words that are capital only because a sentence begins, and titles. */
const plain = new RegExp(
  `\\b(?:${`A An And Also After Although As At Because Before Both Born But By Call Called Contact Currently Dear Email
  For From He Hello Her Here Hi Hey His How I I'm I’m If In Is It It's Its Meanwhile Meet Met My Name Named No Now Of On
  Our Phone She So Some Since That The Their Then There These They This Those Today To Until We What When Where While
  Who With Yes Yesterday You Your Mr Mrs Ms Dr Prof Aged Lives Living Originally
  Nobody Somebody Someone Anyone Everyone Everybody Nothing Something
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Not Only Recently Please Return JSON CEO CTO CFO
  Like Near Next Every Each Our Let Thank Thanks Regards Patient Customer User Employee Student
  Doctor Professor Sir Madam Person Applicant Introducing`
    .trim()
    .split(/\s+/)
    .join('|')})\\b\\.?(?![-'’]\\p{L})`,
  'gu',
)
/** Labels, as in "City: Taipei"; without the colon they may be part of a name ("Cape Town"). */
const labels =
  /\b(?:Age|City|Country|Job|Town|Location|Occupation|Residence|Company|Employer|Profession)(?=\s*[:=])/g
const numbers = new RegExp(`\\b${numberPattern}\\b`, 'gi')
const months =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?=,?\s+\d)|(?<=\d(?:st|nd|rd|th)?(?: of)? |\bin |\bsince )(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g

/** Signs of a place before a name, the surest first. */
const beforePlace: [RegExp, number][] = [
  [/\b(?:city|town|village|location|residence|place|home|hometown|based|lives? in)\s*[:=–-]\s*$/i, 6],
  [
    /\b(?:lives?|living|resides?|residing|based|settled|resident|dwells?|home(?: is)?|stays?|staying)\b[^.,;]{0,25}?\b(?:in|at|near|outside)\s+(?:the (?:city|town|village) of\s+)?$/i,
    5,
  ],
  [/\b(?:mov(?:ed|es|ing)|relocat(?:ed|es|ing))\b[^.;]*\bto\s+$/i, 5],
  [/\b(?:home|city|town|address) is\s+$/i, 5],
  [
    /\b(?:citizen|mayor|outskirts|native|city|town|village|heart|suburbs?|north|south|east|west|capital) of\s+$/i,
    3,
  ],
  [/\b(?:born|raised|grew up|studied|lived)\b[^.,;]{0,20}\bin\s+$/i, 1],
  [/\b(?:in|near|outside)\s+(?:the (?:city|town|village) of\s+)?$/i, 3],
  [/\b(?:from|comes from|hails from)\s+$/i, 2],
  [/\b(?:to|via|through|visit(?:s|ed|ing)?|left|leaves|into)\s+$/i, 1],
]
const beforeCompany =
  /\b(?:works?|working|worked|employed|hired|job|company|employer|organi[sz]ation|joined|ceo|cto|founder|runs?|intern)\b[^.,;]{0,30}?(?:\b(?:at|for|by|of|with|joined|runs?)\s+|[:=]\s*)$|(?<=\p{L} )\bat\s+$/iu
const companyLabel = /\b(?:company|employer|organi[sz]ation)\s*[:=]\s*$/i
const companyName =
  /\b(?:Inc|Ltd|LLC|GmbH|Corp|Corporation|University|Bank|Hospital|Institute|Labs|Group|AG|Company)\b/

/** Every capitalised name of a text, in order, with a guess at what it names. */
export function findMentions(text: string): Mention[] {
  const lowered = text
    .replaceAll(plain, (word) => word.toLowerCase())
    .replaceAll(labels, (word) => word.toLowerCase())
    .replaceAll(numbers, (word) => word.toLowerCase())
    .replaceAll(months, (word) => word.toLowerCase())
  const mentions: Mention[] = []
  for (const { 0: phrase, index } of lowered.matchAll(phrases)) {
    const name = phrase.replace(/['’]s$|['’.]$/u, '')
    const possessive = /['’]s$/u.test(phrase)
    const before = lowered.slice(0, index)
    const after = lowered.slice(index + phrase.length)
    const mention = { text: name, start: index, end: index + name.length }
    mentions.push({ ...mention, ...classify(name, before, after, possessive, mentions.at(-1)) })
  }
  return mentions
}

/** What follows the subject of a sentence. */
const afterPerson =
  /^(?:\s*[,(–-]\s*(?:an?\s|aged?\b|\d|who\b|the\b|(?:\p{Ll}+-)?\p{Ll}+[,)])|\s+(?:is|was|are|has|lives?|works?|resides|turn(?:s|ed)|comes|hails|from|of|and|who|aged|moved|just|says|said|grew|studies|teaches|can|celebrat\p{L}+)\b)/u
const beforePerson =
  /\b(?:name(?: is|['’]s)?|named|called|i am|i['’]m|this is|meet|lives|mrs?|ms|dr|prof)\.?[:=]?\s+$/

function classify(
  name: string,
  before: string,
  after: string,
  possessive: boolean,
  previous: Mention | undefined,
): Pick<Mention, 'kind' | 'score'> {
  const place = (score: number) => ({
    kind: countries.has(name) ? ('country' as const) : ('place' as const),
    score,
  })
  const other = { kind: 'other' as const, score: 0 }
  const gap = previous ? before.slice(previous.end) : before
  const subject = afterPerson.test(after)

  if (previous?.kind === 'place' && /^,\s*$/.test(gap) && !subject) {
    return { kind: 'country', score: previous.score }
  }
  if (previous?.kind === 'person' && /^,?\s+(?:of|from)\s+$/.test(gap)) return place(2)
  if (countries.has(name)) return place(2)
  if (companyName.test(name) || companyLabel.test(before)) return { kind: 'company', score: 5 }
  for (const [pattern, score] of beforePlace) if (pattern.test(before)) return place(score)
  if (/^-based\b|^\s+is where\b|^\s+is home to\b/.test(after)) return place(4)
  if (/^(?:-born|\s+(?:resident|native))\b/.test(after)) return place(2)
  // The last entry of a record: "Viktor Orlov, 38, Riga".
  if (previous && /\d\s*[,;|–-]\s*$/.test(gap) && /^\s*(?:$|[.;\n])/.test(after)) return place(2)
  if (beforeCompany.test(before)) return { kind: 'company', score: 3 }
  if (/^\p{Lu}{2,3}$/u.test(name)) return other
  if (/\b(?:an?|the|speaks?|learn(?:s|ing)?|every|some)\s+$/.test(before)) return other
  if (beforePerson.test(before)) return { kind: 'person', score: 5 }
  if (possessive) return { kind: 'person', score: 1 }
  return { kind: 'person', score: subject ? 3 : 2 }
}
