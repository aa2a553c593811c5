import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversation, message, treeOf } from '../conversation/fixtures/trees'
import { type Tree, toTree, visiblePath } from '../conversation/Tree'
import { toRequestMessages } from '../conversation/toRequestMessages'
import { anyConversation } from '../links/fixtures/anyShared'
import { decodeLink, encodeLink } from '../links/linkCodec'
import { LinkFault } from '../links/LinkFault'
import { shareConversation } from '../links/shareConversation'
import { staticMarkup } from '../markdown/staticMarkup'
import { files } from '../words/enFiles'
import { FileFault } from '../files/FileFault'
import { cleanTree } from '../files/cleanTree'
import { pageStyle, pageStyleHash } from '../files/pageStyle'
import { readText } from '../files/readText'
import { toJsonl } from '../files/toJsonl'
import { toPage } from '../files/toPage'
import { writeParleyFile } from '../files/writeParleyFile'

const all = { all: true } as const
const page = (trees: readonly Tree[]) => toPage(trees, { render: staticMarkup, words: files.page })
const treesOf = (text: string) => readText(text, 7).found.map(({ tree }) => tree)

describe('a conversation and its carriers', () => {
  test('a page holds it exactly, whatever was written in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyConversation, async (tree) => {
        expect(treesOf(await page([tree]))).toEqual([tree])
      }),
      { numRuns: 40 },
    )
  })

  test('lines for fine-tuning hold each path as it would be sent', () => {
    fc.assert(
      fc.property(anyConversation, (tree) => {
        const path = visiblePath(tree).filter(({ status }) => status !== 'failed')
        const messages = toRequestMessages(path)
        const last = messages.findLastIndex(({ role }) => role === 'assistant')
        const sent = messages.slice(0, last + 1)
        const lines = toJsonl([tree], 'seen')
        expect(lines ? JSON.parse(lines) : { messages: [] }).toMatchObject(
          JSON.parse(JSON.stringify({ messages: sent })),
        )
        if (!lines) return
        const [back] = treesOf(lines)
        expect(JSON.parse(JSON.stringify(toRequestMessages(visiblePath(back!))))).toEqual(
          JSON.parse(JSON.stringify(sent)),
        )
      }),
    )
    const answered = { a: null, b: 'a', c: 'a', d: 'c' }
    const tree = toTree(
      conversation,
      [...treeOf(answered).messages.values()].map((one) => ({
        ...one,
        role: one.id === 'a' || one.id === 'd' ? ('user' as const) : ('assistant' as const),
      })),
    )
    expect(toJsonl([tree, tree], 'all').split('\n')).toEqual([
      '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}',
      '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"c"}]}',
      '',
    ])
  })

  test('what is given away in a file says what a link says, and no more of where it came from', () => {
    fc.assert(
      fc.property(anyConversation, (tree) => {
        const clean = cleanTree(tree, all, []).tree
        expect(shareConversation(clean, all).shared).toEqual(shareConversation(tree, all).shared)
        const text = writeParleyFile([clean])
        expect(text).not.toContain('secret.example')
        expect(treesOf(text)).toEqual([clean])
      }),
    )
  })

  test('keys, addresses and where it was filed stay behind; a part of it is a path of its own', () => {
    const key = 'correct-horse-battery-staple'
    const tree = toTree(
      {
        ...conversation,
        folder: 'Private',
        parameters: JSON.parse(`{"headers":{"Authorization":"Bearer ${key}"},"temperature":0}`),
      },
      [
        message('a', null, { content: `Is ${key} good?` }),
        message('b', 'a', {
          role: 'assistant',
          status: 'failed',
          error: { kind: 'rejected', message: 'no https://secret.example', status: 500 },
          logprobs: { content: [{ token: 'a', logprob: -1 }] },
        }),
        message('x', 'a', { order: -1 }),
      ],
    )
    const { tree: clean, leftOut } = cleanTree(tree, all, [key])
    const text = writeParleyFile([clean])
    expect(text).not.toMatch(/correct-horse|secret\.example|Private|headers/)
    expect(clean.messages.get('b')).toMatchObject({
      error: { status: 500, message: '' },
      logprobs: { content: [{}] },
    })
    expect([leftOut.secrets, leftOut.fields]).toEqual([1, ['headers']])
    expect(cleanTree(tree, all, [], { filed: true }).tree.conversation.folder).toBe('Private')
    const part = cleanTree(tree, { all: false, from: 'b' }, []).tree
    expect([...part.messages.values()].map(({ id, parent }) => [id, parent])).toEqual([['b', null]])
  })
})

describe('a page', () => {
  test('runs nothing, loads nothing and ends nowhere but at its end', async () => {
    const hostile =
      '</script><script>alert(1)</script><img src=x onerror=alert(1)>"><!-- [a](javascript:alert(1)) ![b](https://spy.example/p.png)'
    const tree = toTree({ ...conversation, title: hostile }, [
      message('a', null, { content: hostile, name: hostile }),
      message('b', 'a', { role: 'assistant', content: hostile, reasoning: hostile, refusal: hostile }),
      message('c', 'b', {
        role: 'assistant',
        content: [{ type: 'image_url', image_url: { url: 'data:image/svg+xml;base64,AA==' } }],
        tool_calls: [
          { index: 0, id: hostile, type: 'function', function: { name: hostile, arguments: hostile } },
        ],
      }),
      message('d', 'c', { role: 'tool', content: hostile, tool_call_id: hostile, muted: true }),
    ])
    const text = await page([tree])
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text.match(/<\/script>/g)).toHaveLength(1)
    expect(text).not.toMatch(/<img|<!--|javascript:alert\(1\)"|onerror=alert\(1\)>(?!&)"/)
    expect(text).toContain("default-src 'none'")
    expect(treesOf(text)).toEqual([tree])
  })

  test('shows Markdown, formulas and code as the thread does', async () => {
    const text = await staticMarkup(
      '# One\n\n*two* `three` $x^2$ [four](https://a.example "t")\n\n```js\n<b>\n```\n\n- [x] done[^1]\n\n[^1]: Note',
      'm-',
    )
    expect(text).toContain('<h3 dir="auto">One</h3>')
    expect(text).toContain('<em>two</em>')
    expect(text).toMatch(/<math[^>]*>.*<msup>/)
    expect(text).toContain('<a href="https://a.example"')
    expect(text).toContain('<pre><code class="language-js">&lt;b&gt;\n</code></pre>')
    expect(text).toContain('<input type="checkbox" checked="" disabled="">')
    expect(text).toContain('href="#m-fn-1"')
    expect(text).toContain('id="m-fn-1"')
  })

  test('fades nothing: what is muted can be read in every theme', () => {
    expect(pageStyle).not.toContain('opacity')
  })

  test('names the hash of its style', () => {
    expect(pageStyleHash).toBe(`sha256-${createHash('sha256').update(pageStyle).digest('base64')}`)
  })
})

describe('ten thousand carriers that were damaged', () => {
  const tree = toTree(conversation, [
    message('a', null, { content: 'Why two tides a day? “<b>”' }),
    message('b', 'a', { role: 'assistant', content: 'Two bulges of water.\n'.repeat(5), order: 1 }),
    message('c', 'a', { role: 'assistant', content: 'Ask.', order: 2 }),
  ])
  const { shared } = shareConversation(tree, all)
  const cut = fc.tuple(
    fc.nat(),
    fc.nat(),
    fc.integer({ min: 0, max: 3 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  /** Flips, cuts out, doubles or puts in. */
  const damaged = (text: string, [one, other, how, put]: [number, number, number, string]) => {
    const at = one % (text.length + 1)
    const to = how === 0 ? at + 1 : at + (other % 40)
    if (how === 1) return text.slice(0, at)
    if (how === 2) return text.slice(0, to) + text.slice(at)
    return text.slice(0, at) + put + text.slice(to)
  }

  test('files and pages: the same conversation, or a word that something is wrong', async () => {
    const carriers = [writeParleyFile([tree]), await page([tree])]
    const whole = JSON.stringify([...treesOf(carriers[0]!)[0]!.messages])
    fc.assert(
      fc.property(fc.nat(1), cut, (which, damage) => {
        const text = damaged(carriers[which]!, damage)
        try {
          const { found, faults, altered } = readText(text, 7)
          if (altered || faults.length || found.some((one) => one.altered)) return
          expect(found.map((one) => JSON.stringify([...one.tree.messages]))).toEqual([whole])
        } catch (error) {
          if (!(error instanceof FileFault)) throw error
        }
      }),
      { numRuns: 8000 },
    )
  })

  test('what others export: conversations or a word, never anything else', () => {
    const body = JSON.stringify({
      model: 'm',
      messages: [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
      ],
    })
    fc.assert(
      fc.property(cut, (damage) => {
        try {
          readText(damaged(`${body}\n${body}`, damage), 7)
        } catch (error) {
          if (!(error instanceof FileFault)) throw error
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('links, open and locked', async () => {
    const links = [await encodeLink(shared), await encodeLink(shared, 'a passphrase')]
    await fc.assert(
      fc.asyncProperty(fc.nat(1), cut, async (which, damage) => {
        const text = damaged(links[which]!, damage)
        try {
          expect(await decodeLink(text, '')).toEqual(shared)
        } catch (error) {
          if (!(error instanceof LinkFault)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })
})
