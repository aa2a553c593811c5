import { type Unknowns, isObject } from '../protocol/isObject'
import type { Parameters, RequestMessage } from '../protocol/wire'
import { estimateText } from './estimateText'

/** What a message that is sent, or one of a conversation, has that a model reads. */
export type Counted = Pick<RequestMessage, 'role' | 'content' | 'name' | 'refusal' | 'tool_calls'>

/** In thousandths of a token: three a message and one a name, as OpenAI counts, and three before the answer. */
const perMessage = 3000
const perName = 1000
export const priming = 3000

/**
 * The tokens of a request's prompt, estimated, in thousandths. It is the sum of its messages, of what stands in the
 * parameters for the model to read, and of what is put before the answer.
 */
export function estimateTokens(messages: Iterable<Counted>, parameters: Parameters): number {
  let sum = priming + estimateParameters(parameters)
  for (const message of messages) sum += estimateMessage(message)
  return sum
}

/** One message, with what stands around it. */
export function estimateMessage(message: Counted): number {
  let sum = perMessage + (message.name ? perName : 0)
  for (const text of textsOf(message)) sum += estimateText(text)
  return sum + imagesIn(message) * perImage
}

/** The texts of a message that are counted, its role first. An extra body can bring anything, so all is looked at. */
export function textsOf({ role, content, name, refusal, tool_calls }: Counted): string[] {
  const texts: unknown[] = [role, name, refusal, content]
  for (const { text } of partsOf(content)) texts.push(text)
  for (const call of objectsIn(tool_calls))
    for (const called of objectsIn([call['function'], call['custom']]))
      texts.push(called['name'], called['arguments'] ?? called['input'])
  return texts.filter((text): text is string => typeof text === 'string' && text !== '')
}

/** The messages of a body, whatever it holds. */
export const messagesOf = ({ messages }: { messages: unknown }): RequestMessage[] =>
  objectsIn(messages).filter((message): message is RequestMessage => typeof message['role'] === 'string')

/** Parts whose tokens cannot be told from here: sounds, files, what comes next. */
export const uncountedParts = ({ content }: Counted): number =>
  partsOf(content).filter(({ type, text }) => text === undefined && !isImage(type)).length

export const imagesIn = ({ content }: Counted): number =>
  partsOf(content).filter(({ type }) => isImage(type)).length

const partsOf = (content: Counted['content']): Unknowns[] => objectsIn(content)
const isImage = (type: unknown) => type === 'image_url'

const objectsIn = (list: unknown): Unknowns[] => (Array.isArray(list) ? list.filter(isObject) : [])

/** A picture of 1024 by 1024 pixels for gpt-4o; what it really is depends on its size and on the model. */
const perImage = 765_000

/** The texts in the parameters that a model reads: the tools and the schema of the answer, as JSON. */
export function textsOfParameters({ tools, functions, response_format }: Parameters): string[] {
  const schema = response_format?.type === 'json_schema' ? response_format.json_schema : undefined
  return [tools, functions, schema].flatMap((value) => (value ? [JSON.stringify(value)] : []))
}

/** What the parameters add to the prompt. */
export const estimateParameters = (parameters: Parameters): number =>
  textsOfParameters(parameters).reduce((sum, text) => sum + estimateText(text), 0)
