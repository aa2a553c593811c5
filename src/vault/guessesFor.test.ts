import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessesFor } from './guessesFor'

const strengthOf = (passphrase: string) => guessesFor(passphrase).strength

test.each([
  '',
  'a',
  'abc123',
  'password',
  'Password123!',
  'summer2024',
  'qwertyuiopasdfghjkl',
  'aaaaaaaaaaaaaaaaaaaa',
  'hello hello hello hello hello',
  '1234567890123456',
  'open sesame',
])('%j is weak', (passphrase) => expect(strengthOf(passphrase)).toBe('weak'))

test.each(['three ordinary words', 'k3Jq9ZtB', 'mosaic-71-lantern'])('%j holds for a while', (passphrase) =>
  expect(strengthOf(passphrase)).toBe('fair'),
)

test.each([
  'mosaic lantern gravel pencil orbit',
  'k3Jq9ZtB2mXw7Rp',
  'xkqjvbnzpwtrhsd',
  '他们在海边读一封很长的信',
])('%j is hard to guess', (passphrase) => expect(strengthOf(passphrase)).toBe('strong'))

test('of any text there is a number, and what is longer by a word is never easier', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('漢字'.repeat(150))),
      (text) => {
        const { guesses } = guessesFor(text)
        expect(guesses).toBeGreaterThanOrEqual(1)
        expect(guesses).toBeLessThan(Infinity)
        expect(guessesFor(`${text} another`).guesses).toBeGreaterThanOrEqual(guesses)
      },
    ),
  )
})
