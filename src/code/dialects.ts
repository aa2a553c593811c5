import { type Dialect, doubleQuoted } from './literal'

export const json: Dialect = {
  text: doubleQuoted,
  key: doubleQuoted,
  words: { true: 'true', false: 'false', null: 'null' },
  indent: '  ',
  padding: ' ',
  trailingComma: false,
}

/** A text between single quotes, unless it has more of those than of the others. */
export function jsText(text: string): string {
  const quoted = doubleQuoted(text)
  if (text.includes("'") && !text.includes('"')) return quoted
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** Written plainly, `__proto__` would set the prototype instead of a field. */
const jsKey = (name: string) => {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : jsText(name)
}

export const javascript: Dialect = { ...json, text: jsText, key: jsKey, trailingComma: true }

export const python: Dialect = {
  ...json,
  words: { true: 'True', false: 'False', null: 'None' },
  indent: '    ',
  padding: '',
  trailingComma: true,
}
