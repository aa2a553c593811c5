import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cmdWords } from './cmdWords'
import { shellWords } from './shellWords'

const wordsOf = (text: string) => shellWords(text).words

test.each([
  [String.raw`curl 'a b'"c d"e\ f`, ['curl', 'a bc de f']],
  [`'it'\\''s' "" ''`, ["it's", '', '']],
  [String.raw`"\$a \"b\" \c \\ $d"`, [String.raw`$a "b" \c \ $d`]],
  [String.raw`$'it\'s\n\u00e9\xc3\xa9\U1f600\101\q'`, ["it's\néé😀A\\q"]],
  ['a \\\n  b\\\nc \\  \n d\r\ne', ['a', 'bc', 'd']],
  ['a | jq . ; b', ['a']],
  ['# said before\n\na # behind\nb', ['a']],
  ["a 'open", ['a', 'open']],
])('%j', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test('a here-document and a here-string are input, and no words', () => {
  expect(shellWords("a -d @- <<'EOF' | jq\n{\n $x }\nEOF\nb")).toEqual({
    words: ['a', '-d', '@-'],
    input: '{\n $x }',
  })
  expect(shellWords('a <<-E -s\n\tx\n\tE')).toEqual({ words: ['a', '-s'], input: 'x' })
  expect(shellWords('a <<< "x y" b')).toEqual({ words: ['a', 'b'], input: 'x y\n' })
})

const letters = fc.constantFrom("'", '"', '\\', '$', '`', '\n', ' ', '!', 'é', '😀', 'a', '^', '\t', '{', '|')
const text = fc.array(letters, { maxLength: 8 }).map((all) => all.join(''))
const inSingle = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`
const inDouble = (word: string) => `"${word.replace(/[$`"\\]/g, String.raw`\$&`)}"`
const inAnsi = (word: string) =>
  `$'${word.replace(/[\\'\n]/g, (letter) => (letter === '\n' ? String.raw`\n` : `\\${letter}`))}'`
const bare = (word: string) => word.replace(/[^\na-z]/gu, String.raw`\$&`).replaceAll('\n', "'\n'")
const quoted = fc
  .tuple(text, fc.constantFrom(inSingle, inDouble, inAnsi, bare))
  .map(([word, quote]) => quote(word))
const command = fc.array(
  fc.array(quoted, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
  {
    minLength: 1,
    maxLength: 6,
  },
)

const hasBash = (() => {
  try {
    execFileSync('bash', ['-c', ''])
    return true
  } catch {
    return false
  }
})()

test.skipIf(!hasBash)('any words, quoted in any way, are those that bash reads', () => {
  const commands = fc.sample(command, 200)
  const input = commands
    .map((words) => `printf '%s\\0' x ${words.join(' \\\n ')}; printf '\\1\\0'`)
    .join('\n')
  const read = execFileSync('bash', { input, encoding: 'utf8' }).split('\u0001\0').slice(0, -1)
  expect(commands.map((words) => wordsOf(`x ${words.join(' \\\n ')}`))).toEqual(
    read.map((line) => line.split('\0').slice(0, -1)),
  )
})

test('as browsers quote for Windows', () => {
  expect(
    cmdWords(
      'curl ^"https://a.example/v1^" ^\r\n  -H ^"a: b^" ^\r\n  --data-raw ^"^{^\\^"x^\\^":^\\^"100^% ^& so^\\^"^}^"',
    ),
  ).toEqual(['curl', 'https://a.example/v1', '-H', 'a: b', '--data-raw', '{"x":"100% & so"}'])
  expect(cmdWords('curl "https://a.example" ^\n -d "{\\"x\\": \\"a b\\"}"')).toEqual([
    'curl',
    'https://a.example',
    '-d',
    '{"x": "a b"}',
  ])
})
