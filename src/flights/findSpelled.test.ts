import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskBytes } from './maskBytes'

const secret = 'sk-ab"c/1234'
const event = (index: number, delta: object, isLate: boolean) => {
  const choice = isLate ? { delta, index } : { index, delta }
  return `data: ${JSON.stringify({ id: 'x', choices: [{ ...choice, finish_reason: null }], model: 'm' })}\n\n`
}
const deltaOf = (raw: string): Record<string, string> => JSON.parse(raw.slice(6)).choices[0].delta
const masked = (text: string, secrets: string[]) => {
  const bytes = new TextEncoder().encode(text)
  maskBytes(bytes, secrets)
  return new TextDecoder().decode(bytes)
}

test('a secret that is spelled out over events is covered, and nothing besides', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('content', 'reasoning_content', 'refusal'),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.nat(secret.length), { maxLength: 5 }),
      fc.boolean(),
      fc.boolean(),
      (field, before, cuts, isLate, hasOther) => {
        const whole = `${before}${secret}. And so on.`
        const places = [0, ...cuts.map((cut) => before.length + cut).toSorted((a, b) => a - b), whole.length]
        const pieces = places.slice(1).map((end, at) => whole.slice(places[at], end))
        const mine = pieces.map((piece) => event(0, { [field]: piece }, isLate))
        const other = event(1, { [field]: 'other' }, isLate)
        const after = masked(mine.join(hasOther && !isLate ? other : ''), [secret])
        const events = after.split('\n\n').filter((raw) => raw && raw.includes('"index":0'))
        const said = events.map((raw) => deltaOf(raw)[field]).join('')
        expect(said).toBe(`${before}${'*'.repeat(JSON.stringify(secret).length - 2)}. And so on.`)
        if (hasOther && !isLate && mine.length > 1) expect(after).toContain(other)
      },
    ),
  )
})

test('arguments of calls are covered too, and without secrets nothing is', () => {
  const call = (text: string) => ({ tool_calls: [{ index: 0, function: { arguments: text } }] })
  const text = ['{"key":"sk-', '12345678', '"}'].map((part) => event(0, call(part), false)).join('')
  expect(masked(text, ['sk-12345678'])).not.toMatch(/sk-|12345678/)
  expect(masked(text, ['sk-'])).toBe(text)
  expect(masked(text, [])).toBe(text)
})
