import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyConversation } from './fixtures/anyShared'
import { shareConversation } from './shareConversation'
import { tellingsOf, whereaboutsIn } from './whereabouts'

const places = [
  'file:///home/anna/notes.txt',
  'file://server/share/x',
  '/home/anna/notes.txt',
  '/Users/anna/Desktop',
  '/mnt/c/Users/anna',
  'C:\\Users\\anna\\notes.txt',
  'C:\\\\Users\\\\anna',
  'c:/Users/anna',
  'D:\\models\\tiny.gguf',
  'http://localhost',
  'localhost:11434',
  'https://localhost:8443',
  'http://127.0.0.1:8080',
  '127.0.0.1:8080',
  '10.0.0.5',
  '192.168.1.20',
  '172.16.0.1',
  '100.64.0.9',
  'http://[::1]:8080',
  'http://[fd00::1]',
  'http://anna:secret@nas.local',
  'http://nas.lan:5000',
  'https://wiki.corp',
  'http://ollama:11434',
  'http://printer',
  '~/secrets.txt',
  '/root/x',
  '/etc/hosts',
  '/opt/models',
  '/var/www/anna',
  '/Volumes/Anna',
  '/media/anna/disk',
  '/mnt/data',
  '/tmp/anna',
  '\\\\nas\\share',
  '\\\\\\\\nas\\\\share\\\\x',
] as const

test.each(places)('%s is found, whatever stands around it', (place) => {
  expect(whereaboutsIn(place)).toEqual([place])
  expect(whereaboutsIn(`See ${place}, please.`)).toEqual([place])
  expect(whereaboutsIn(`(${place})`)).toEqual([place])
  expect(whereaboutsIn(`\`${place}\``)).toEqual([place])
})

test.each([
  'https://example.com/home/page',
  'https://api.openai.com/v1/chat/completions',
  'GET /users/7, /homepage, /media/7, /tmp, a~/notes',
  'x \\\\ y, \\alpha\\beta, chrome://settings, https://',
  'version 10.2.3.4.5, 1.2.3.4, 8.8.8.8, 300.168.1.1, 10.1.2',
  'localhost is a name; so is example.local',
  'http://example.com:8080, http://10.example.com, https://localhost.example.com',
  'a:\\n, Answer:\\nfoo, x = {b:\\w+}',
  'https://172.32.0.1 and https://100.128.0.1',
])('%s tells nothing', (text) => {
  expect(whereaboutsIn(text)).toEqual([])
})

test('what is planted in any text is found', () => {
  const around = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(around, fc.constantFrom(...places), around, (before, place, after) => {
      expect(whereaboutsIn(`${before}\n${place}\n${after}`, Infinity)).toContain(place)
    }),
  )
})

test('a text of millions of letters is read once, however it goes on', () => {
  const pieces = [
    'http://',
    'a.',
    '/home/',
    'C:\\',
    '10.',
    '127.0.0.1.',
    'file:/',
    'localhost',
    ' x',
    '@',
    '\\',
    ':1',
    '\\\\a',
    '~/',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }), (some) => {
      // Were a part of it read again and again, this would not end within the time that a test has.
      expect(whereaboutsIn(some.join('').repeat(200_000), Infinity)).not.toContain('')
    }),
    { numRuns: 20 },
  )
})

test('of a conversation each message is named once, and what stands beside them; what is replaced is not found', () => {
  const word = { status: 'done', parent: null } as const
  expect(
    tellingsOf({
      title: 'At /home/anna/x',
      parameters: {},
      extraBody: { tools: [{ description: 'at http://nas.local' }] },
      messages: [
        { ...word, role: 'user', content: 'Nothing here.' },
        {
          ...word,
          role: 'assistant',
          content: [{ type: 'text', text: '/Users/anna' }],
          reasoning: '/Users/anna',
        },
        {
          ...word,
          role: 'tool',
          content: '',
          run: { model: 'm', parameters: { stop: '10.0.0.1' } },
        },
      ],
    }),
  ).toEqual([
    { places: ['/home/anna/x', 'http://nas.local', '10.0.0.1'] },
    { role: 'assistant', places: ['/Users/anna'] },
  ])
  fc.assert(
    fc.property(anyConversation, (tree) => {
      const { shared } = shareConversation(tree, { all: true })
      expect(tellingsOf(shared).length).toBeLessThanOrEqual(shared.messages.length + 1)
    }),
  )
})
