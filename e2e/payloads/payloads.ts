import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const listed = (name: string): string[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'))

/** Every attack that was collected, once. */
export const payloads: readonly string[] = [
  ...new Set(['dompurify', 'blns', 'sanitizeUrl', 'markdown'].flatMap(listed)),
]

/** A quote ends whatever its lines have opened, so that no attack stands inside the one before it. */
const quoted = (text: string) => text.replaceAll(/^/gm, '> ')
const oneLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ')
const address = (text: string) => oneLine(text).replaceAll(/[<>]/g, encodeURIComponent)
const cell = (text: string) => oneLine(text).replaceAll('|', '\\|')

/** Where in Markdown an attack can stand. */
export const forms = {
  text: quoted,
  link: (text: string) =>
    quoted(
      `[one](<${address(text)}>) [two](${oneLine(text)}) <${oneLine(text)}> [three](/a "${oneLine(text)}")`,
    ),
  picture: (text: string) =>
    quoted(`![one](<${address(text)}>) ![two](${oneLine(text)}) ![${oneLine(text)}](x)`),
  code: (text: string) =>
    quoted(`\`${oneLine(text)}\`\n\n\`\`\`${oneLine(text).replaceAll('`', '')}\n${text}\n\`\`\``),
  table: (text: string) => `| ${cell(text)} | b |\n| --- | --- |\n| ${cell(text)} | ${cell(text)} |`,
  formula: (text: string) => quoted(`$${oneLine(text)}$ $\\href{${oneLine(text)}}{x}$\n\n$$\n${text}\n$$`),
  note: (text: string, at: number) => `# ${oneLine(text)}\n\nx[^${at}]\n\n[^${at}]: ${oneLine(text)}\n`,
} satisfies Record<string, (text: string, at: number) => string>

export type Form = keyof typeof forms

export const isForm = (name: string): name is Form => Object.hasOwn(forms, name)

/** A message that holds all attacks in one form. */
export const markdownOf = (form: Form, attacks: readonly string[] = payloads): string =>
  attacks.map((attack, at) => forms[form](attack, at)).join('\n\nand\n\n')

/** The attacks in so many parts, for what takes only so much of a text. */
export const inParts = (count: number, attacks: readonly string[] = payloads): string[][] =>
  Array.from({ length: count }, (_, part) => attacks.filter((_, at) => at % count === part))
