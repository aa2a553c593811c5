import type { Parameters } from '../protocol/wire'
import type { Found } from './Found'
import { type Said, SourceTree } from './SourceTree'
import { Turns } from './Turns'
import { knownFields } from './knownFields'
import { joinedText, objectIn, objectsIn, textIn, timeIn } from './values'

type Json = Record<string, unknown>

export const isLibreChat = (json: Json) =>
  'conversationId' in json && (Array.isArray(json['messages']) || Array.isArray(json['messagesTree']))

/** A conversation of LibreChat's export: a list whose messages name their parents, or a tree one inside the other. */
export function readLibreChat(json: Json, now: number): Found {
  const source = new SourceTree()
  const options = objectIn(json['options'])
  const system = joinedText([textIn(options['promptPrefix']) ?? textIn(options['system'])])
  if (system) source.add('system', null, [{ role: 'system', content: system }])
  const top = system ? 'system' : null
  const known = new Set<string>()
  // A tree may be deeper than a function may call itself.
  const waiting = objectsIn(json['messagesTree'] ?? json['messages']).map((message) => ({
    message,
    above: top,
  }))
  for (let at = 0; at < waiting.length; at++) {
    const { message, above } = waiting[at]!
    const id = textIn(message['messageId']) ?? String(at)
    const parent = textIn(message['parentMessageId'])
    known.add(id)
    source.add(
      id,
      parent !== undefined && known.has(parent) ? parent : above,
      saidBy(message, source),
      timeOf(message),
    )
    for (const child of objectsIn(message['children'])) waiting.push({ message: child, above: id })
  }
  return source.found('librechat', {
    id: textIn(json['conversationId']),
    title: textIn(json['title']),
    created: timeIn(json['createdAt']),
    updated: timeIn(json['updatedAt']),
    parameters: parametersOf(options),
    now,
  })
}

const timeOf = ({ createdAt }: Json) => timeIn(createdAt)

function parametersOf({ maxOutputTokens, ...options }: Json): Parameters {
  const most = typeof maxOutputTokens === 'number' && { max_tokens: maxOutputTokens }
  return { ...knownFields(options), ...most }
}

function saidBy(message: Json, source: SourceTree): Said[] {
  const isUser = message['isCreatedByUser'] === true || String(message['sender']).toLowerCase() === 'user'
  const files = objectsIn(message['files']).map((file) => fileText(file, source))
  if (isUser) {
    const text = joinedText([textIn(message['text']) ?? textsOf(message), ...files])
    return text ? [{ role: 'user', content: text }] : []
  }
  const turns = new Turns(textIn(message['model']))
  for (const part of objectsIn(message['content'])) addPart(turns, part, source)
  if (!turns.said().length) turns.text(textIn(message['text']))
  for (const file of files) turns.text(file)
  const isBroken = message['unfinished'] === true || message['error'] === true
  return turns.said().map((said, place, all) => ({
    ...said,
    ...(place === all.length - 1 && {
      ...(isBroken && { status: 'stopped' as const }),
      ...(textIn(message['finish_reason']) && { finish_reason: textIn(message['finish_reason'])! }),
    }),
  }))
}

const textsOf = ({ content }: Json) => joinedText(objectsIn(content).map(({ text }) => valueOf(text)))

/** A text, or an object that has it as its value. */
const valueOf = (text: unknown) => textIn(text) ?? textIn(objectIn(text)['value'])

function addPart(turns: Turns, part: Json, source: SourceTree): void {
  const { type } = part
  if (type === 'text') turns.text(valueOf(part['text']))
  else if (type === 'think') turns.thought(valueOf(part['think']))
  else if (type === 'error') turns.text(valueOf(part['error']))
  else if (type === 'tool_call') {
    const call = objectIn(part['tool_call'])
    const { id, name, args, output } = call
    const made = objectIn(call['function'])
    turns.call(textIn(id), textIn(name) ?? textIn(made['name']) ?? '', args ?? made['arguments'])
    const said = textIn(output) ?? textIn(made['output'])
    if (said !== undefined) turns.result(textIn(id), said)
  } else if (type === 'image_file' || type === 'image_url') turns.text(source.leaves('images', 'image'))
  else turns.text(source.leaves('others', String(type)))
}

function fileText(file: Json, source: SourceTree): string {
  const name = textIn(file['filename'])
  if (String(file['type']).startsWith('image/'))
    return source.leaves('images', name ? `image: ${name}` : 'image')
  return source.leaves('files', `file: ${name ?? '?'}`)
}
