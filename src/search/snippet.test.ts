import { expect, test } from 'vitest'
import type { Message } from '../conversation/Message'
import { snippetOf, marksIn } from './snippet'

const message = (facts: Partial<Message>): Message => ({
  id: 'm',
  conversation: 'c',
  parent: null,
  order: 0,
  created: 1,
  status: 'done',
  role: 'assistant',
  content: '',
  ...facts,
})

const marked = (facts: Partial<Message>, ...words: string[]) => {
  const { part, text, marks, cut } = snippetOf(message(facts), words)
  return { part, cut, text, marked: marks.map(([from, to]) => text.slice(from, to)) }
}

test('the words are marked as they were written', () => {
  expect(marked({ content: 'A Crème\n brûlée for all' }, 'creme brulee', 'all')).toEqual({
    part: 'content',
    cut: false,
    text: 'A Crème\n brûlée for all',
    marked: ['Crème\n brûlée', 'all'],
  })
})

test('what is not searched is not marked', () =>
  expect(marked({ content: 'in **Rust**, `rust` and _rust_' }, 'rust').marked).toEqual([
    'Rust',
    'rust',
    'rust',
  ]))

test('a long text is cut near the words, at the beginning of a word', () => {
  const content = `${'lorem ipsum dolor '.repeat(2000)}the needle and more ${'sit amet '.repeat(100)}`
  const { text, marked: found, cut } = marked({ content }, 'needle')
  expect(found).toEqual(['needle'])
  expect(cut).toBe(true)
  expect(text).toMatch(/^(lorem|ipsum|dolor|the)\b/)
  expect(text.length).toBeLessThan(300)
})

test('a beginning of a word comes before an inside', () => {
  const { text } = marked({ content: `trust ${'and so on '.repeat(50)}rust` }, 'rust')
  expect(text).toMatch(/rust$/)
  expect(text).not.toContain('trust')
})

test.each([
  ['reasoning', { reasoning_content: 'a needle', content: 'hay' }],
  ['content', { reasoning: 'a needle', content: 'a needle' }],
  ['refusal', { refusal: 'no needle' }],
  ['tool_calls', { tool_calls: [{ index: 0, function: { name: 'find', arguments: '{"what":"needle"}' } }] }],
] as [string, Partial<Message>][])('it is found in %s', (part, facts) =>
  expect(marked(facts, 'needle')).toMatchObject({ part, marked: ['needle'] }),
)

test('words that are gone mark nothing', () => {
  expect(marked({ content: 'hay' }, 'needle')).toEqual({
    part: 'content',
    cut: false,
    text: 'hay',
    marked: [],
  })
  expect(marked({}, 'needle')).toMatchObject({ text: '', marked: [] })
})

test('a title is marked', () =>
  expect(marksIn('Über Rust', ['uber', 'st'])).toEqual([
    [0, 4],
    [7, 9],
  ]))
