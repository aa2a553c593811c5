// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../api/endpoint'
import { prefillStyles } from '../api/prefill'
import type { Message } from '../conversation/Message'
import { pathTo, visiblePath } from '../conversation/Tree'
import { anyTree, message } from '../conversation/fixtures/trees'
import { leafOf } from '../conversation/operations'
import { requestBody } from './receiveReply'

const endpoint: Endpoint = { id: 'e', name: 'E', baseURL: 'https://a.example/v1', headers: [] }
const question = message('a', null, { content: 'Hello' })
const strand = {
  endpoint,
  path: [question],
  parameters: { model: 'm', stream: true },
  extraBody: undefined,
  prefill: '',
}

describe('what is sent', () => {
  test('is what is seen, without what is muted, in its order', () => {
    fc.assert(
      fc.property(anyTree, fc.infiniteStream(fc.boolean()), (tree, muted) => {
        const mark = (one: Message): Message => (muted.next().value ? { ...one, muted: true } : one)
        const seen = visiblePath(tree).map(mark)
        const { messages } = requestBody({ ...strand, path: seen })
        expect(messages).toEqual(
          seen.filter((one) => !one.muted).map(({ role, content }) => ({ role, content })),
        )
      }),
    )
  })

  test('at the end of the path is the whole of what is seen', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const end = leafOf(tree)
        const top = visiblePath(tree)[0]
        // A message that waits for its parent stands at the top.
        if (end === null || top?.parent !== null) return
        expect(requestBody({ ...strand, path: pathTo(tree, end) })).toEqual(
          requestBody({ ...strand, path: visiblePath(tree) }),
        )
      }),
    )
  })

  test('is the path, what is set, and last the extra body', () => {
    expect(
      requestBody({
        ...strand,
        parameters: { model: 'm', temperature: 0, seed: 1 },
        extraBody: { seed: 2, x: [1] },
      }),
    ).toEqual({
      model: 'm',
      messages: [{ role: 'user', content: 'Hello' }],
      temperature: 0,
      seed: 2,
      x: [1],
    })
  })
})

describe('the beginning of an answer', () => {
  test.each([
    ['trailing', {}, {}],
    ['no', {}, {}],
    ['prefix', { prefix: true }, {}],
    ['continue_final_message', {}, { continue_final_message: true, add_generation_prompt: false }],
  ] as const)('is sent to an endpoint of the style %s as that wants it', (prefill, inMessage, beside) => {
    expect(requestBody({ ...strand, endpoint: { ...endpoint, prefill }, prefill: 'Well, ' })).toEqual({
      model: 'm',
      stream: true,
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Well, ', ...inMessage },
      ],
      ...beside,
    })
  })

  test('that is empty is not sent, nor are its fields', () => {
    for (const prefill of prefillStyles)
      expect(requestBody({ ...strand, endpoint: { ...endpoint, prefill } })).toEqual(requestBody(strand))
  })

  test('leaves the last word to the extra body', () => {
    const body = requestBody({
      ...strand,
      endpoint: { ...endpoint, prefill: 'continue_final_message' },
      prefill: 'Well',
      extraBody: { add_generation_prompt: true, x: 1 },
    })
    expect(body).toMatchObject({ continue_final_message: true, add_generation_prompt: true, x: 1 })
  })
})
