import { expect, test } from 'vitest'
import { Options } from './Options'
import { shape } from './shape'
import { type Step, destroy, head, write } from './Step'

const steps = [head(200), write('role\n'), write('a\n', 1), write('b\n', 1), write('é\n', 1), write('end\n')]
const shaped = (query: string, from: Step[] = steps) =>
  [...shape(from, new Options(query))].map((step) => {
    if (step.type === 'write') return Buffer.from(step.data).toString()
    if (step.type === 'hold') return `[${step.gate}]`
    if (step.type === 'pause') return step.ms
    return step.type
  })

test('without options the steps are as they were', () => {
  expect(shaped('')).toEqual(['head', 'role\n', 'a\n', 'b\n', 'é\n', 'end\n'])
})

test('a gate stands after so many tokens, several if wanted, at the headers without a number', () => {
  expect(shaped('gate=x')).toEqual(['head', '[x]', 'role\n', 'a\n', 'b\n', 'é\n', 'end\n'])
  expect(shaped('after=1,3&gate=x,y')).toEqual(['head', 'role\n', 'a\n', '[x]', 'b\n', 'é\n', '[y]', 'end\n'])
})

test('speed is a pause after each token, delay one after the headers', () => {
  expect(shaped('tps=10')).toEqual(['head', 'role\n', 'a\n', 100, 'b\n', 100, 'é\n', 100, 'end\n'])
  expect(shaped('delay=7')).toEqual(['head', 7, 'role\n', 'a\n', 'b\n', 'é\n', 'end\n'])
})

test('newlines are what they should be', () => {
  expect(shaped('newline=crlf')[1]).toBe('role\r\n')
  expect(shaped('newline=cr')[1]).toBe('role\r')
})

test('events go out together, but never past a gate or an end', () => {
  expect(shaped('batch=2')).toEqual(['head', 'role\na\n', 'b\né\n', 'end\n'])
  expect(shaped('batch=10&tps=10')).toEqual(['head', 'role\na\nb\né\nend\n', 300])
  expect(shaped('batch=10&after=1&gate=x')).toEqual(['head', 'role\na\n', '[x]', 'b\né\nend\n'])
  expect(shaped('batch=10', [write('a'), destroy])).toEqual(['a', 'destroy'])
})

test('bytes go out one at a time, characters cut in two, slowly if wanted', () => {
  const cut = [...shape([write('é')], new Options('bytes=1'))]
  expect(cut).toEqual([write(Buffer.from([0xc3])), write(Buffer.from([0xa9]))])
  expect(shaped('bytes=1&every=4', [write('ab')])).toEqual(['a', 4, 'b', 4])
})
