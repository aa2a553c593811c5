import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Message } from '../conversation/Message'
import { type Tree, childrenOf, visiblePath } from '../conversation/Tree'
import type { Found } from './Found'
import { FileFault } from './FileFault'
import { readText } from './readText'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
const read = (text: string) => readText(text, 7)
const first = (text: string): Found => read(text).found[0]!

const said = ({ role, content, reasoning_content, tool_calls, tool_call_id, muted, run }: Message) => [
  role,
  content,
  ...(reasoning_content ? [`thinks: ${reasoning_content}`] : []),
  ...(tool_calls ?? []).map((call) => `calls: ${call.id} ${call.function?.name} ${call.function?.arguments}`),
  ...(tool_call_id ? [`answers ${tool_call_id}`] : []),
  ...(muted ? ['muted'] : []),
  ...(run?.model ? [`by ${run.model}`] : []),
]
const pathOf = (tree: Tree) => visiblePath(tree).map(said)
const faultOf = (text: string) => {
  try {
    read(text)
    return 'read'
  } catch (error) {
    return error instanceof FileFault ? error.message : error
  }
}

describe('what others export', () => {
  test('ChatGPT: nodes, thoughts, code, files, siblings, what was in view; a broken entry does not matter', () => {
    const { found, faults } = read(fixture('chatgpt.json'))
    const { tree, leftBehind, source } = found[0]!
    expect([source, tree.conversation.title, tree.conversation.id]).toEqual([
      'chatgpt',
      'Tides',
      '6b0f0d9c-0000-4000-8000-000000000001',
    ])
    expect(tree.conversation).toMatchObject({ created: 1756000000123, updated: 1756000400654 })
    expect(pathOf(tree)).toEqual([
      ['system', 'I sail.\n\nBe brief.'],
      ['user', '[image]\n\nWhy two tides a day?\n\n[file: table.pdf]'],
      ['assistant', 'Two bulges of water.', 'thinks: The Moon\n\nIt pulls both sides.', 'by gpt-5-thinking'],
      ['user', 'Plot it.'],
      ['assistant', '```python\nplot()\n```', 'by gpt-5'],
      ['tool', '<Figure>', 'muted'],
    ])
    const [, question] = visiblePath(tree)
    expect(childrenOf(tree, question!.id).map((id) => tree.messages.get(id)!.content)).toEqual([
      'Two bulges of water.',
      'Ask the harbour master.',
    ])
    expect(leftBehind).toEqual({ images: 1, audio: 0, files: 1, others: 0 })
    expect(faults.map(String)).toEqual(['FileFault: unknown: [1]'])
  })

  test('a tree made up to do harm: no message is lost or out of sight, and none takes long', () => {
    const node = (id: string, parent: string | null, text?: string) => [
      id,
      {
        id,
        parent,
        message: text && { author: { role: 'user' }, content: { content_type: 'text', parts: [text] } },
      },
    ]
    const empty = Array.from({ length: 20_000 }, (_, at) => node(`e${at}`, at ? `e${at - 1}` : 'a b'))
    const leaves = Array.from({ length: 20_000 }, (_, at) => node(`l${at}`, 'e19999', `${at}`))
    // Ids that are one in other letters, a circle, a message that follows itself, and emptiness in a circle.
    const odd = [
      node('a b', 'c', 'one'),
      node('a_b', 'a b', 'two'),
      node('__proto__', 'a_b', 'three'),
      node('c', 'a_b', 'four'),
      node('d', 'd', 'five'),
      node('x', 'y'),
      node('y', 'x'),
      node('z', 'y', 'six'),
    ]
    const mapping = Object.fromEntries([...odd, ...empty, ...leaves])
    const { tree } = first(JSON.stringify([{ mapping, title: 'T', current_node: 'l7' }]))
    const reached = [...childrenOf(tree, null)]
    for (const id of reached) reached.push(...childrenOf(tree, id))
    expect([tree.messages.size, reached.length]).toEqual([20_006, 20_006])
  })

  test('ChatGPT: a part of no kind is named as one that stayed behind', () => {
    const message = { author: { role: 'user' }, content: { parts: ['See', { asset: 1 }] } }
    const mapping = { a: { id: 'a', parent: null, message } }
    const { tree, leftBehind } = first(JSON.stringify([{ mapping, title: 'T', current_node: 'a' }]))
    expect([...tree.messages.values()].map(({ content }) => content)).toEqual(['See\n\n[part]'])
    expect(leftBehind.others).toBe(1)
  })

  test('Claude: blocks as messages of their own, extracted text, siblings', () => {
    const { tree, leftBehind } = first(fixture('claude.json'))
    expect(pathOf(tree)).toEqual([
      ['user', 'Why two tides a day?\n\n[file: notes.txt]\n\nHigh at noon.\n\n[image: chart.png]'],
      ['assistant', 'Two bulges.'],
    ])
    const [question] = visiblePath(tree)
    const [id] = childrenOf(tree, question!.id)
    const turned = { ...tree, conversation: { ...tree.conversation, chosen: { [question!.id]: id! } } }
    expect(pathOf(turned).slice(1)).toEqual([
      [
        'assistant',
        'Let me look.',
        'thinks: The Moon pulls both sides.',
        'calls: toolu_01 web_search {"query":"tides"}',
      ],
      ['tool', 'Tide\n\nhttps://example.org/tide\n\n[image]', 'answers toolu_01'],
      ['assistant', 'Two bulges of water.'],
    ])
    expect(leftBehind).toEqual({ images: 2, audio: 0, files: 0, others: 0 })
  })

  test('Open WebUI: a tree with folds or lists in it, or a plain list', () => {
    const { found } = read(fixture('openwebui.json'))
    const { tree, leftBehind } = found[0]!
    expect(pathOf(tree)).toEqual([
      ['user', 'Why two tides a day?\n\n[image: chart.png]'],
      ['assistant', '', 'thinks: Look it up.', 'calls: call_1 lookup {"q":"tides"}', 'by deepseek-r1'],
      ['tool', 'twice a day', 'answers call_1'],
      ['assistant', 'Two bulges.', 'by deepseek-r1'],
    ])
    const fold = [...tree.messages.values()].find(({ id }) => id.endsWith('.a1'))!
    expect(said(fold)).toEqual([
      'assistant',
      'Two bulges of water.',
      'thinks: The Moon pulls both sides.',
      'by deepseek-r1',
    ])
    expect(tree.conversation.parameters).toEqual({ model: 'deepseek-r1', temperature: 0.3 })
    expect(leftBehind.images).toBe(1)
    expect(pathOf(found[1]!.tree)).toEqual([
      ['user', 'Hello'],
      ['assistant', 'Hi there!'],
    ])
  })

  test('LibreChat: a tree one inside the other, however deep, with what stands above it', () => {
    const { tree, leftBehind } = first(fixture('librechat.json'))
    expect(pathOf(tree)).toEqual([
      ['system', 'Be brief.'],
      ['user', 'Why two tides a day?\n\n[file: table.pdf]'],
      ['assistant', '', 'thinks: Look it up.', 'calls: call_1 search {"q":"tides"}', 'by gpt-4-turbo'],
      ['tool', 'twice a day', 'answers call_1'],
      ['assistant', 'Two bul', 'by gpt-4-turbo'],
    ])
    expect(visiblePath(tree).at(-1)!.status).toBe('stopped')
    expect(tree.conversation.parameters).toEqual({ model: 'gpt-4-turbo', temperature: 0.8, top_p: 1 })
    expect(leftBehind.files).toBe(1)
    let deep = ''
    for (let at = 0; at < 500; at++)
      deep = `{"messageId":"${at}","isCreatedByUser":${at % 2 === 0},"text":"${at}","children":[${deep}]}`
    expect(first(`{"conversationId":"c","messages":[${deep}]}`).tree.messages.size).toBe(500)
    expect(faultOf(`[${deep}]`)).toBe('too-large')
  })

  test('NextChat: sessions with what their mask says; never its keys', () => {
    const { tree, leftBehind } = first(fixture('nextchat.json'))
    expect(pathOf(tree)).toEqual([
      ['system', 'Be brief.'],
      ['user', 'Why two tides a day?'],
      ['assistant', 'Two bulges of water.', 'by gpt-4o-mini'],
      [
        'user',
        [
          { type: 'text', text: 'And this?' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
        ],
      ],
    ])
    expect(tree.conversation.parameters).toEqual({
      model: 'gpt-4o-mini',
      temperature: 0.5,
      top_p: 1,
      max_tokens: 4000,
    })
    expect(leftBehind.others).toBe(1)
    expect(JSON.stringify([...tree.messages.values(), tree.conversation])).not.toContain('sk-')
  })

  test('BetterChatGPT: chats with their settings, in both of its forms', () => {
    const text = fixture('betterchatgpt.json')
    const { tree } = first(text)
    expect(pathOf(tree)).toEqual([
      ['system', 'Be brief.'],
      ['user', [{ type: 'text', text: 'Why two tides a day?' }]],
      ['assistant', [{ type: 'text', text: 'Two bulges of water.' }]],
    ])
    expect(tree.conversation.parameters).toMatchObject({ model: 'gpt-4o', max_tokens: 4000 })
    const list = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1)
    expect(first(list).tree).toEqual(tree)
  })
})

describe('messages in the API’s form', () => {
  const call = { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{}' } }
  const messages = [
    { role: 'developer', content: 'Be brief.' },
    { role: 'user', content: 'Why two tides a day?', name: 'Anna' },
    { role: 'assistant', content: null, tool_calls: [call] },
    { role: 'tool', content: 'twice a day', tool_call_id: 'call_1' },
    { role: 'assistant', content: 'Two bulges of water.', weight: 0 },
  ]
  const body = { model: 'gpt-4o-mini', temperature: 0.2, top_k: 5, tools: [{ type: 'function' }], messages }

  test('a request is taken with all of its fields', () => {
    const { tree, isWhole, leftBehind } = first(JSON.stringify(body))
    const { messages: _messages, ...fields } = body
    expect([tree.conversation.parameters, isWhole]).toEqual([fields, true])
    expect(leftBehind.others).toBe(0)
    expect(pathOf(tree)).toEqual([
      ['developer', 'Be brief.'],
      ['user', 'Why two tides a day?'],
      ['assistant', '', 'calls: call_1 look {}'],
      ['tool', 'twice a day', 'answers call_1'],
      ['assistant', 'Two bulges of water.'],
    ])
    expect(visiblePath(tree)[4]!.extra).toEqual({ weight: 0 })
    expect(tree.conversation).toMatchObject({ title: 'Why two tides a day?', named: false, created: 7 })
  })

  test('a list of messages, lines of them, a list of requests', () => {
    expect(pathOf(first(JSON.stringify(messages)).tree)).toHaveLength(5)
    const lines = `${JSON.stringify({ messages, parallel_tool_calls: false })}\r\n\n${JSON.stringify(body)}\n`
    const found = read(lines).found
    expect(found.map(({ tree }) => tree.messages.size)).toEqual([5, 5])
    expect(found[0]!.tree.conversation.parameters).toEqual({ parallel_tool_calls: false })
    expect(read(JSON.stringify([body, body])).found).toHaveLength(2)
  })

  test('the same content has the same ids again, and other content others', () => {
    const ids = (text: string) => first(text).tree.conversation.id
    expect(ids(JSON.stringify(messages))).toBe(ids(JSON.stringify(messages)))
    expect(ids(JSON.stringify(messages))).not.toBe(ids(JSON.stringify(messages.slice(1))))
    expect(ids(JSON.stringify({ id: '__proto__', messages }))).toMatch(/^i-/)
  })

  test('of what others keep beside them only fields of the API are taken, and the rest is counted', () => {
    const { tree, leftBehind } = first(
      JSON.stringify({ id: 'x', title: 'Sea', model: 'm', likes: 3, author: 'Anna', messages }),
    )
    expect(tree.conversation).toMatchObject({
      id: 'x',
      title: 'Sea',
      named: true,
      parameters: { model: 'm' },
    })
    expect(leftBehind.others).toBe(2)
  })
})

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['[]', 'empty'],
  ['Hello', 'not-json'],
  ['<!doctype html><p>Hello', 'unknown'],
  ['{"a":1}', 'unknown'],
  ['[1,2]', 'unknown'],
  ['{"messages":[{"role":"user","content":"a"}', 'cut'],
  ['{"messages":[{"role":"cat","content":"a"}]}', 'read'],
  ['{"messages":[]}\n{"messages":[}\n', 'unreadable: line 2'],
  ['[[[[', 'cut'],
])('%j: %s', (text, kind) => {
  expect(faultOf(text)).toBe(kind)
})
