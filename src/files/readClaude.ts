import type { Found } from './Found'
import { type Said, SourceTree } from './SourceTree'
import { Turns } from './Turns'
import { joinedText, objectsIn, textIn, timeIn } from './values'

type Json = Record<string, unknown>

export const isClaude = (json: Json) => Array.isArray(json['chat_messages'])

/** A conversation of Claude's export: a list, or a tree where its messages name their parents. */
export function readClaude(json: Json, now: number): Found {
  const source = new SourceTree()
  const messages = objectsIn(json['chat_messages'])
  const isTree = messages.some(({ parent_message_uuid: parent }) => textIn(parent))
  for (const message of messages) {
    const created = timeIn(message['created_at'])
    const id = textIn(message['uuid'])
    const said = saidBy(message, source)
    // Those at the top name a parent that is nowhere.
    if (isTree && id) source.add(id, textIn(message['parent_message_uuid']) ?? null, said, created)
    else source.follow(said, created, id)
  }
  return source.found(
    'claude',
    {
      id: textIn(json['uuid']),
      title: textIn(json['name']),
      created: timeIn(json['created_at']),
      updated: timeIn(json['updated_at']),
      now,
    },
    textIn(json['current_leaf_message_uuid']),
  )
}

function saidBy(message: Json, source: SourceTree): Said[] {
  const files = filesOf(message, source)
  const blocks = objectsIn(message['content'])
  if (message['sender'] !== 'assistant') {
    const text = blocks.length ? textsOf(blocks) : ''
    const content = joinedText([text || textIn(message['text']), ...files])
    return content ? [{ role: 'user', content }] : []
  }
  const model = textIn(message['model'])
  const turns = turnsOf(blocks, source, model)
  if (turns.length) return turns
  const content = joinedText([textIn(message['text']), ...files])
  return content ? [{ role: 'assistant', content, model }] : []
}

const textsOf = (blocks: readonly Json[]) => joinedText(blocks.map(({ text }) => textIn(text)))

function turnsOf(blocks: readonly Json[], source: SourceTree, model: string | undefined): Said[] {
  const turns = new Turns(model)
  for (const block of blocks) {
    const { type } = block
    if (type === 'text') turns.text(textIn(block['text']))
    else if (type === 'thinking') turns.thought(textIn(block['thinking']))
    else if (type === 'tool_use') turns.call(textIn(block['id']), textIn(block['name']) ?? '', block['input'])
    else if (type === 'tool_result') turns.result(textIn(block['tool_use_id']), resultOf(block, source))
    else if (type !== 'token_budget') source.leaves('others', String(type))
  }
  return turns.said()
}

function resultOf({ content }: Json, source: SourceTree): string {
  if (typeof content === 'string') return content
  return joinedText(
    objectsIn(content).map((part) => {
      if (part['type'] === 'image') return source.leaves('images', 'image')
      const { title, url } = part
      return textIn(part['text']) ?? joinedText([textIn(title), textIn(url)])
    }),
  )
}

/** Files whose text was taken out of them come along as text. */
function filesOf(message: Json, source: SourceTree): string[] {
  const read = objectsIn(message['attachments']).map((file) => {
    const name = textIn(file['file_name'])
    const text = textIn(file['extracted_content'])
    if (text === undefined) return source.leaves('files', `file: ${name ?? '?'}`)
    return name ? `[file: ${name}]\n\n${text}` : text
  })
  const others = objectsIn(message['files']).map((file) => {
    const { file_name: name, file_kind: kind } = file
    const isImage = kind === 'image' || /\.(png|jpe?g|gif|webp|heic)$/i.test(textIn(name) ?? '')
    return isImage
      ? source.leaves('images', `image: ${textIn(name) ?? '?'}`)
      : source.leaves('files', `file: ${textIn(name) ?? '?'}`)
  })
  return [...read, ...others]
}
