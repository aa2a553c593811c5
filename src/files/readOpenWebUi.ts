import { isObject } from '../protocol/isObject'
import type { Parameters } from '../protocol/wire'
import type { Found } from './Found'
import { type Said, SourceTree } from './SourceTree'
import { Turns } from './Turns'
import { knownFields } from './knownFields'
import { splitDetails } from './splitDetails'
import { joinedText, listIn, objectIn, objectsIn, textIn, timeIn } from './values'

type Json = Record<string, unknown>

const chatOf = (json: Json): Json => objectIn(json['chat'] ?? json)

export const isOpenWebUi = (json: Json) => {
  const { history, messages } = chatOf(json)
  return isObject(objectIn(history)['messages']) || (isObject(json['chat']) && Array.isArray(messages))
}

/** A chat of Open WebUI: a tree in `history`, or only the list of what was in view. */
export function readOpenWebUi(json: Json, now: number): Found {
  const chat = chatOf(json)
  const history = objectIn(chat['history'])
  const nodes = objectIn(history['messages'])
  const source = new SourceTree()
  const current = textIn(history['currentId'])
  const tree = Object.entries(nodes)
  for (const [id, node] of tree) {
    const message = objectIn(node)
    source.add(id, textIn(message['parentId']) ?? null, saidBy(message, source), timeIn(message['timestamp']))
  }
  if (!tree.length)
    for (const message of objectsIn(chat['messages']))
      source.follow(saidBy(message, source), timeIn(message['timestamp']), textIn(message['id']))
  return source.found(
    'openwebui',
    {
      id: textIn(json['id']) ?? textIn(chat['id']),
      title: textIn(json['title']) ?? textIn(chat['title']),
      created: timeIn(json['created_at']) ?? timeIn(chat['timestamp']),
      updated: timeIn(json['updated_at']),
      parameters: parametersOf(chat),
      now,
    },
    current,
  )
}

function parametersOf({ models, params }: Json): Parameters {
  const { system: _system, ...fields } = objectIn(params)
  const model = textIn(listIn(models)[0])
  return { ...(model && { model }), ...knownFields(fields) }
}

function saidBy(message: Json, source: SourceTree): Said[] {
  const { role, content, output, files } = message
  const more = objectsIn(files).map((file) => fileText(file, source))
  if (role !== 'assistant') {
    const text = joinedText([textIn(content), ...more])
    return text ? [{ role: role === 'system' ? 'system' : 'user', content: text }] : []
  }
  const model = textIn(message['model'])
  const turns = turnsOf(objectsIn(output), source, model)
  if (turns.length) return turns
  const { text, reasoning } = splitDetails(textIn(content) ?? '')
  const said = joinedText([text, ...more])
  if (!said && !reasoning) return []
  return [{ role: 'assistant', content: said, model, ...(reasoning && { reasoning_content: reasoning }) }]
}

/** Newer versions say an answer as a list of thoughts, calls, results and words. */
function turnsOf(items: readonly Json[], source: SourceTree, model: string | undefined): Said[] {
  const turns = new Turns(model)
  for (const item of items) {
    const { type, content } = item
    const id = textIn(item['call_id'])
    if (type === 'message') turns.text(textsIn(content))
    else if (type === 'reasoning') turns.thought(textsIn(content) || textsIn(item['summary']))
    else if (type === 'function_call') turns.call(id, textIn(item['name']) ?? '', item['arguments'])
    else if (type === 'function_call_output')
      turns.result(id, textIn(item['output']) ?? textsIn(item['output']))
    else source.leaves('others', String(type))
  }
  return turns.said()
}

const textsIn = (content: unknown) => joinedText(objectsIn(content).map(({ text }) => textIn(text)))

function fileText(file: Json, source: SourceTree): string {
  const name = textIn(file['name'])
  if (file['type'] === 'image') return source.leaves('images', name ? `image: ${name}` : 'image')
  return source.leaves('files', `file: ${name ?? '?'}`)
}
