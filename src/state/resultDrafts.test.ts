import { expect, test } from 'vitest'
import { readResultTexts } from './resultDrafts'

test('results are read as they were kept', () => {
  expect(readResultTexts('{"0":"18 °C","2":" "}')).toEqual({ 0: '18 °C', 2: ' ' })
  expect(readResultTexts('')).toEqual({})
})

test('what is no text of a call is left out, whatever storage holds', () => {
  for (const kept of ['{', 'null', '[1]', '"0"', '{"0":1,"__proto__":"x","length":"y"}'])
    expect(readResultTexts(kept)).toEqual({})
})
