import { isObject } from '../protocol/isObject'
import type { Found } from './Found'
import { type Said, SourceTree } from './SourceTree'
import { joinedText, listIn, objectIn, objectsIn, textIn, timeIn } from './values'

type Json = Record<string, unknown>
type Nodes = ReadonlyMap<string, Json>

export const isChatGpt = (json: Json) => isObject(json['mapping'])

/** A conversation of ChatGPT's export: nodes by id, each with its parent, and which of them was in view. */
export function readChatGpt(json: Json, now: number): Found {
  const source = new SourceTree()
  const nodes: Nodes = new Map(
    Object.entries(objectIn(json['mapping'])).map(([id, node]) => [id, objectIn(node)]),
  )
  // Which is the first of its siblings is said by their parent.
  const places = new Map<string, number>()
  for (const node of nodes.values())
    listIn(node['children']).forEach((child, place) => places.set(String(child), place))
  const inOrder = [...nodes].toSorted(([one], [other]) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
  for (const [id, { parent, message }] of inOrder) {
    const said = isObject(message) ? saidBy(message, source, () => thoughtsAbove(nodes, parent)) : []
    source.add(id, textIn(parent) ?? null, said, timeIn(objectIn(message)['create_time']))
  }
  return source.found(
    'chatgpt',
    {
      id: textIn(json['conversation_id']) ?? textIn(json['id']),
      title: textIn(json['title']),
      created: timeIn(json['create_time']),
      updated: timeIn(json['update_time']),
      now,
    },
    textIn(json['current_node']),
  )
}

/** What ChatGPT notes down for itself: how long it thought, what it remembers of its reader. */
const notes = new Set(['thoughts', 'reasoning_recap', 'model_editable_context'])

function saidBy(message: Json, source: SourceTree, thoughts: () => string): Said[] {
  const { author, content: body, metadata: about } = message
  const { role, name } = objectIn(author)
  const metadata = objectIn(about)
  const content = objectIn(body)
  const kind = String(content['content_type'])
  if (notes.has(kind)) return []
  const text = joinedText([contentText(content, source), ...filesIn(metadata, source)])
  const isInstruction = role === 'system' || kind === 'user_editable_context'
  if (!text || (metadata['is_visually_hidden_from_conversation'] === true && !isInstruction)) return []
  if (isInstruction) return [{ role: 'system', content: text }]
  // Its calls have no ids, so that it cannot be sent as the answer to one.
  if (role === 'tool')
    return [{ role: 'tool', content: text, muted: true, ...(textIn(name) && { name: textIn(name)! }) }]
  if (role !== 'assistant') return [{ role: 'user', content: text }]
  const reasoning = thoughts()
  return [
    {
      role: 'assistant',
      content: text,
      model: textIn(metadata['model_slug']),
      ...(reasoning && { reasoning_content: reasoning }),
    },
  ]
}

/** What a model thought stands in messages of their own above its answer. */
function thoughtsAbove(nodes: Nodes, parent: unknown): string {
  const found: string[] = []
  for (
    let node = nodes.get(String(parent));
    node && found.length < 100;
    node = nodes.get(String(node['parent']))
  ) {
    const { content_type: kind, thoughts } = objectIn(objectIn(node['message'])['content'])
    if (!notes.has(String(kind))) break
    found.push(
      joinedText(objectsIn(thoughts).flatMap(({ summary, content }) => [textIn(summary), textIn(content)])),
    )
  }
  return joinedText(found.toReversed())
}

/** What a message says, whatever it is made of; what cannot come along is named in its place. */
function contentText(content: Json, source: SourceTree): string {
  const { parts, text, result, user_profile: profile, user_instructions: instructions } = content
  if (Array.isArray(parts)) return joinedText(parts.map((part) => partText(part, source)))
  if (content['content_type'] === 'code' && textIn(text))
    return `\`\`\`${languageOf(content)}\n${textIn(text)}\n\`\`\``
  return joinedText([textIn(profile), textIn(instructions), textIn(text) ?? textIn(result)])
}

function languageOf({ language }: Json): string {
  const name = textIn(language) ?? ''
  return name === 'unknown' ? '' : name.replace(/[^\w+#-]/g, '')
}

function partText(part: unknown, source: SourceTree): string {
  if (!isObject(part)) return textIn(part) ?? ''
  const kind = textIn(part['content_type']) ?? 'part'
  const text = textIn(part['text'])
  if (text) return text
  if (kind.startsWith('image')) return source.leaves('images', 'image')
  if (/audio|video/.test(kind)) return source.leaves('audio', 'recording')
  return source.leaves('others', kind)
}

/** Pictures stand among the parts already. */
const filesIn = ({ attachments }: Json, source: SourceTree): string[] =>
  objectsIn(attachments)
    .filter((file) => !String(file['mime_type'] ?? file['mimeType']).startsWith('image/'))
    .map(({ name }) => source.leaves('files', `file: ${textIn(name) ?? '?'}`))
