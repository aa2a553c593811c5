/** The shapes by which CommonMark tells one kind of block from another. A line comes without its indent. */

export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line
  let expanded = ''
  for (const character of line)
    expanded += character === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : character
  return expanded
}

/** Where the line begins that stands before a place. */
export const lineStart = (text: string, at = text.length): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

export interface Fence {
  kind: 'fence'
  marker: string
  size: number
}

export interface Html {
  kind: 'html'
  /** `undefined`: until the next blank line. */
  end: RegExp | undefined
}

export const isHeading = (line: string) => /^#{1,6}(?: |$)/.test(line)

export const isRule = (line: string) => /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/.test(line)

export const isUnderline = (line: string) => /^(?:=+|-+) *$/.test(line)

/** Could be the second line of a table. Too generous on purpose. */
export const isDelimiterRow = (line: string) => /^[-:| ]+$/.test(line) && line.includes('-')

export const isFootnote = (line: string) => /^\[\^(?:\\[[\]\\]|[^ [\]])+\]:/.exec(line)?.[0].length

export function openFence(line: string): Fence | undefined {
  const run = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line)
  const marks = run?.[1] ?? run?.[2]
  return marks ? { kind: 'fence', marker: marks[0]!, size: marks.length } : undefined
}

export function closesFence({ marker, size }: Fence, line: string): boolean {
  const run = line.replace(/ +$/, '')
  return run.length >= size && run === marker.repeat(run.length)
}

const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul'

const endings: [start: RegExp, end: RegExp | undefined][] = [
  [/^<(?:script|pre|style|textarea)(?:[ >]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^</?(?:${blockNames})(?: |/?>|$)`, 'i'), undefined],
]

const attribute = `(?: +[a-z_:][\\w.:-]*(?: *= *(?:[^"'=<>\` ]+|'[^']*'|"[^"]*"))?)`
const loneTag = new RegExp(`^<(?:[a-z][a-z0-9-]*${attribute}* */?|/[a-z][a-z0-9-]* *)> *$`, 'i')

/** A lone tag of any other name opens HTML too, but not in the middle of a paragraph. */
export function openHtml(line: string, inParagraph: boolean): Html | undefined {
  if (!line.startsWith('<')) return undefined
  const known = endings.find(([start]) => start.test(line))
  if (known) return { kind: 'html', end: known[1] }
  return !inParagraph && loneTag.test(line) ? { kind: 'html', end: undefined } : undefined
}

export interface ListMarker {
  /** Two items are of one list when their kinds are equal. */
  kind: string
  width: number
  empty: boolean
  /** May stand in the middle of a paragraph. */
  interrupts: boolean
}

export function listMarker(line: string): ListMarker | undefined {
  const found = /^(?:([-+*])|(\d{1,9})([.)]))(?= |$)/.exec(line)
  if (!found || (found[1] && isRule(line))) return undefined
  const [marker, bullet, digits, delimiter] = found
  const spaces = /^ */.exec(line.slice(marker.length))![0].length
  const empty = marker.length + spaces === line.length
  return {
    kind: bullet ?? delimiter!,
    width: marker.length + (empty || spaces > 4 ? 1 : spaces),
    empty,
    interrupts: !empty && (digits === undefined || digits === '1'),
  }
}
