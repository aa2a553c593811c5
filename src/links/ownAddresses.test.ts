import { domainToASCII, domainToUnicode } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Cleaner } from './secrets'
import { unicodeHost } from './punycode'

const own = [
  'llm.hidden-firm.example',
  '10.1.2.3',
  'xn--bcher-kva.example',
  'http://127.0.0.1:8080',
  'http://nas',
]
const cleaned = (text: string) => new Cleaner(['hush-hush-hush'], own).text(text)

test.each([
  ['https://llm.hidden-firm.example:8443/v1', '[address]/v1'],
  ['https://bob:pw@llm.hidden-firm.example:8443/v1', '[address]/v1'],
  ['https://bob@llm.hidden-firm.example/v1', '[address]/v1'],
  ['https://hush-hush-hush@llm.hidden-firm.example', '[address]'],
  ['curl bob:pw@llm.hidden-firm.example:8443/v1', 'curl [address]/v1'],
  ['http://LLM.Hidden-Firm.example:8443', '[address]'],
  ['(wss://llm.hidden-firm.example)', '([address])'],
  ['grpc://llm.hidden-firm.example:50051', 'grpc://[address]'],
  ['Ask llm.hidden-firm.example:8443. It is llm.hidden-firm.example.', 'Ask [address]. It is [address].'],
  ['bob@llm.hidden-firm.example', 'bob@[address]'],
  ['_llm.hidden-firm.example_, **llm.hidden-firm.example**', '_[address]_, **[address]**'],
  [String.raw`{"u":"https:\/\/bob:pw@llm.hidden-firm.example:8443\/v1"}`, String.raw`{"u":"[address]\/v1"}`],
  [
    String.raw`{"s":"{\"u\":\"https:\\\/\\\/llm.hidden-firm.example\"}"}`,
    String.raw`{"s":"{\"u\":\"[address]\"}"}`,
  ],
  [
    String.raw`at\nllm.hidden-firm.example\nor \u003cllm.hidden-firm.example`,
    String.raw`at\n[address]\nor \u003c[address]`,
  ],
  [String.raw`^https?:\/\/llm\.hidden\-firm\.example\/`, String.raw`^https?:\/\/[address]\/`],
  ['?u=https%3A%2F%2Fllm.hidden-firm.example%3A8443%2Fv1', '?u=[address]%2Fv1'],
  ['?u=https%3a%2f%2fbob%3Apw%40llm.hidden-firm.example%2fv1', '?u=[address]%2fv1'],
  ['?u=https%253A%252F%252Fllm.hidden-firm.example%253A8443', '?u=[address]'],
  ['?h=%22llm.hidden-firm.example%22', '?h=%22[address]%22'],
  ['\u8bf7\u770bllm.hidden-firm.example\u3002', '\u8bf7\u770b[address]\u3002'],
  ['10.1.2.3, http://10.1.2.3:11434/v1', '[address], [address]/v1'],
  ['https://b\u00fccher.example/v1 and xn--bcher-kva.example', '[address]/v1 and [address]'],
  ['B\u00dcCHER.EXAMPLE, bu\u0308cher.example, b%C3%BCcher.example', '[address], [address], [address]'],
  [String.raw`{"u":"https://b\u00fccher.example/v1"}`, String.raw`{"u":"[address]/v1"}`],
  ['http://127.0.0.1:8080/v1, http://me:pw@127.0.0.1:8080', '[address]/v1, [address]'],
  [
    String.raw`http:\/\/127.0.0.1:8080\/v1, http%3A%2F%2F127.0.0.1%3A8080`,
    String.raw`[address]\/v1, [address]`,
  ],
  ['http://nas/v1', '[address]/v1'],
])('%s becomes %s', (text, clean) => {
  expect(cleaned(text)).toBe(clean)
})

test.each([
  'https://api.llm.hidden-firm.example, my-llm.hidden-firm.example, xllm.hidden-firm.example',
  'llm.hidden-firm.example.org, llm.hidden-firm.example-shop.org, llm.hidden-firm.examples',
  'llmxhidden-firm.example, llm.hidden_firm.example',
  '10.1.2.30, 110.1.2.3, 9.10.1.2.3, 10.1.2.3.4, 10x1y2z3',
  '127.0.0.1, 127.0.0.1:8080, https://127.0.0.1:8080, http://127.0.0.1:80801, http://127.0.0.1:808, http://127.0.0.1',
  'nas, nas.local, http://nas.local, http://nas:81, http://nass',
])('in %s nothing is replaced', (text) => {
  expect(cleaned(text)).toBe(text)
})

test('without addresses nothing is replaced, and what is replaced is counted', () => {
  const cleaner = new Cleaner([])
  expect(cleaner.text('https://own.example')).toBe('https://own.example')
  expect(cleaner.texts).toBe(0)
  const knowing = new Cleaner([], ['own.example'])
  knowing.value({ a: ['own.example', 'own'] })
  expect(knowing.texts).toBe(1)
})

test('millions of letters are read once', () => {
  const pieces = [
    'https://',
    'a:',
    '[a:',
    'https%3A%2F%2F',
    'llm.hidden-firm.example',
    'llm.',
    '-',
    '\\',
    '%25',
    'x@',
  ]
  for (const piece of pieces)
    expect(cleaned(piece.repeat(2_000_000 / piece.length)).length).toBeGreaterThan(100_000)
})

test('a host in its own letters is what the network knows', () => {
  expect(unicodeHost('www.xn--bcher-kva.example')).toBe('www.b\u00fccher.example')
  for (const none of ['xn--!.example', `xn--${'9'.repeat(999)}a.example`, 'xn--ib9b.example'])
    expect(unicodeHost(none)).toBe(none)
  const label = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      'z',
      '0',
      '9',
      '\u00e4',
      '\u00f1',
      '\u03bb',
      '\u0436',
      '\u4f8b',
      '\u3042',
      '\ud55c',
    ),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
      const host = domainToASCII(`${labels.join('.')}.example`)
      fc.pre(host !== '')
      expect(unicodeHost(host)).toBe(domainToUnicode(host))
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => typeof unicodeHost(`xn--${text}`) === 'string'))
})
