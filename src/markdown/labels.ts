import { createContext } from 'react'
import type { JsonFault } from '../ui/parseJson'

/** Every word that this room puts on the screen. Numbers come raw: formatting them belongs to the words. */
export interface MarkdownLabels {
  copy: string
  copied: string
  copyFailed: string
  wrap: string
  code: (language: string) => string
  table: string
  taskDone: string
  taskOpen: string
  loadImage: (alt: string, host: string) => string
  image: string
  imageFailed: (alt: string, host: string) => string
  footnotes: string
  backToReference: (footnote: number, reference: number) => string
  json: string
  jsonFenced: string
  jsonFault: (line: number, column: number, reason: string) => string
  jsonFaults: Record<JsonFault, string>
  jsonFaultMark: string
  jsonOpen: (name: string) => string
  jsonKeys: (count: number) => string
  jsonItems: (count: number) => string
  jsonMore: (count: number) => string
}

export const english: MarkdownLabels = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  wrap: 'Wrap',
  code: (language) => (language ? `Code, ${language}` : 'Code'),
  table: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
  loadImage: (alt, host) => `Load image${alt ? ` “${alt}”` : ''} from ${host}`,
  image: 'Image',
  imageFailed: (alt, host) => `The image${alt ? ` “${alt}”` : ''} could not be loaded from ${host}`,
  footnotes: 'Footnotes',
  backToReference: (footnote, reference) =>
    `Back to reference ${footnote}${reference > 1 ? `-${reference}` : ''}`,
  json: 'JSON',
  jsonFenced: 'The JSON came inside a Markdown code fence.',
  jsonFault: (line, column, reason) => `Not valid JSON. Line ${line}, column ${column}: ${reason}`,
  jsonFaults: {
    empty: 'there is no value.',
    'unexpected-character': 'no JSON value begins like this.',
    'unexpected-end': 'the text ends before the value does.',
    'bad-number': 'this number is not written as JSON asks.',
    'bad-literal': 'only true, false and null may stand without quotes.',
    'bad-escape': 'no such escape exists in a JSON string.',
    'control-character': 'a line break or control character must be escaped inside a string.',
    'unclosed-string': 'the string that starts here has no closing quote.',
    'trailing-comma': 'a comma must be followed by another entry.',
    'expected-key': 'a key in double quotes belongs here.',
    'expected-colon': 'a colon belongs between key and value.',
    'expected-comma': 'a comma or the closing bracket belongs here.',
    'text-after-end': 'the value is already complete; nothing may follow it.',
    'too-deep': 'the value is nested too deeply to be shown.',
  },
  jsonFaultMark: 'the error is here',
  jsonOpen: (name) => `Show ${name}`,
  jsonKeys: (count) => (count === 1 ? '1 key' : `${count} keys`),
  jsonItems: (count) => (count === 1 ? '1 item' : `${count} items`),
  jsonMore: (count) => `Show ${count} more`,
}

export const LabelsContext = createContext<MarkdownLabels>(english)
