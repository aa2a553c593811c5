/** What a passage offers besides its topic; read from the passage itself. */
export type Kind = 'definition' | 'code' | 'reason' | 'steps'

export interface Passage {
  id: number
  /** The title of the document it comes from. */
  document: string
  heading: string
  /** Other words under which readers look for it. */
  also: string
  text: string
  kinds: Set<Kind>
  /** What it is about in a word or two: the heading up to its colon. */
  subject: string
}

const files = import.meta.glob<string>('./documents/*.md', { query: '?raw', import: 'default', eager: true })

/** Every passage of the documents that ship with the app: what stands under one `##` heading. */
export const passages: readonly Passage[] = Object.values(files)
  .flatMap(split)
  .map((passage, id) => ({ ...passage, id }))

/** The titles of the documents, in the order of their files. */
export const titles: readonly string[] = [...new Set(passages.map(({ document }) => document))]

function split(file: string): Omit<Passage, 'id'>[] {
  const [head = '', ...sections] = file.split(/^## /m)
  const document = head.replace(/^# /, '').trim()
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n')
    const also = lines[0]?.startsWith('Also: ') ? lines[0].slice('Also: '.length) : ''
    const text = (also ? lines.slice(1) : lines).join('\n').trim()
    const subject = heading.replace(/:.*/, '')
    return { document, heading, also, text, subject, kinds: kindsOf(document, heading, text) }
  })
}

function kindsOf(document: string, heading: string, text: string): Set<Kind> {
  const kinds = new Set<Kind>()
  if (heading === document || /^[^ ]+: |^(?:What|The)\b/.test(heading)) kinds.add('definition')
  if (text.includes('```')) kinds.add('code')
  if (/\bwhy\b|\bwhen (?:not )?to\b|\breasons?\b/i.test(heading) || /\bbecause\b/i.test(text))
    kinds.add('reason')
  if (/^1\. /m.test(text)) kinds.add('steps')
  return kinds
}
