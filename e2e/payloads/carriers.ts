import { toTree } from '../../src/conversation/Tree'
import { writeParleyFile } from '../../src/files/writeParleyFile'
import { encodeLink } from '../../src/links/linkCodec'
import { inParts, markdownOf } from './payloads'

/** So many texts that hold all attacks. */
export const attackTexts = (parts: number) => inParts(parts).map((some) => some.join('\n'))

/** The letters of a link that holds so many messages, with attacks wherever a text can stand. */
export function hostileLink(count: number): Promise<string> {
  const texts = attackTexts(count)
  const [title = '', name = '', model = ''] = texts
  return encodeLink({
    title,
    parameters: { model, user: name },
    messages: texts.map((text, at) => ({
      role: at % 3 === 0 ? 'system' : at % 3 === 1 ? 'user' : 'assistant',
      content: at % 3 === 2 ? markdownOf('text', inParts(count)[at]) : text,
      reasoning: text,
      refusal: text,
      name: text,
      status: at % 2 ? 'done' : 'failed',
      parent: at > 0 ? at - 1 : null,
      tool_calls: [{ index: 0, id: text, type: 'function', function: { name: text, arguments: text } }],
      error: { kind: 'rejected', code: text, param: text },
      run: { model: text, parameters: { model: text, stop: text } },
      leftOut: [{ type: text, name: text, size: 1 }],
    })),
  })
}

/** A file of Parley with so many conversations of one message each, `filed-0` and so on. */
export function hostileFile(count: number): string {
  const trees = inParts(count).map((some, at) => {
    const text = some.join('\n')
    const facts = {
      id: `filed-${at}`,
      title: text,
      named: true,
      created: 1,
      updated: 1,
      endpoint: text,
      chosen: {},
    }
    const conversation = { ...facts, parameters: { model: text }, folder: text, tags: some.slice(0, 3) }
    const message = { id: `m${at}`, conversation: facts.id, parent: null, order: 0, created: 1 }
    return toTree(conversation, [
      { ...message, role: 'assistant', content: text, status: 'done', reasoning: text, tool_call_id: text },
    ])
  })
  return writeParleyFile(trees)
}
