import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { javascript, json, python } from './dialects'
import { literal } from './literal'
import { shellQuoted } from '../protocol/shellWord'

/** Texts with what means something in one language or another. */
const telling = [
  "'",
  '"',
  '`',
  '$',
  '$(x)',
  '\\',
  '\n',
  '\r',
  '\u2028',
  '\u202e',
  '\0',
  '{',
  '😀',
  '%',
  '!',
  '\u007f',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...telling, 'a', ' '), { maxLength: 12 }).map((letters) => letters.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }).map((any) => any.toWellFormed()),
  fc.string({ minLength: 60, maxLength: 120 }),
)
const { value: any } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(text, fc.constant('__proto__'), fc.constant('role')), tie('value')), {
        maxLength: 4,
      })
      // So that `__proto__` is a field.
      .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))) as unknown),
  ),
}))

// oxlint-disable-next-line typescript/no-implied-eval -- what is printed for a program is run as one
const run = (source: string): unknown => new Function(`'use strict'; return ${source}`)()
/** A machine without the program says so, and the test is skipped. */
const has = (program: string) => {
  try {
    execFileSync(program, ['-c', ''])
    return true
  } catch {
    return false
  }
}

test('any value, written for JavaScript and run, is the same value in the same order', () => {
  fc.assert(
    fc.property(any, fc.nat(3), (value, depth) => {
      expect(JSON.stringify(run(literal(value, javascript, depth)))).toBe(JSON.stringify(value))
    }),
  )
})

test('any value, written as JSON, is read as the same value; no letter in it is unseen', () => {
  fc.assert(
    fc.property(any, (value) => {
      const written = literal(value, json)
      expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(value))
      expect(written).not.toMatch(/[\u2028\u202e\u007f]/)
    }),
  )
})

test.skipIf(!has('python3'))('any value, written for Python and read by Python, is the same value', () => {
  const values = fc.sample(any, 200)
  const program =
    'import ast, json, sys; print(json.dumps([ast.literal_eval(one) for one in json.load(sys.stdin)]))'
  const input = JSON.stringify(values.map((value) => literal(value, python)))
  const read: unknown = JSON.parse(execFileSync('python3', ['-c', program], { input, encoding: 'utf8' }))
  expect(read).toEqual(JSON.parse(JSON.stringify(values)))
})

test.skipIf(!has('sh')).each(['sh', ...(has('bash') ? ['bash'] : [])])(
  'any JSON, quoted for a shell, is the same for %s',
  (shell) => {
    const values = fc.sample(any, 100).map((value) => literal(value, json))
    const input = `printf '%s\\0' ${values.map(shellQuoted).join(' ')}`
    const printed = execFileSync(shell, { input, encoding: 'utf8' })
    expect(printed.split('\0').slice(0, -1)).toEqual(values)
  },
)

test('what fits stands on one line, each language in its own hand', () => {
  const body = {
    stream: true,
    'top-k': [1, 2],
    messages: [{ role: 'user', content: "It's “so”." }],
    stop: null,
  }
  expect(literal(body, javascript)).toBe(`{
  stream: true,
  'top-k': [1, 2],
  messages: [{ role: 'user', content: "It's “so”." }],
  stop: null,
}`)
  expect(literal(body, python)).toBe(`{
    "stream": True,
    "top-k": [1, 2],
    "messages": [{"role": "user", "content": "It's “so”."}],
    "stop": None,
}`)
})
