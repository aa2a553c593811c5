import { type Endpoint, endpointURL, isBuiltIn, originOf } from '../api/endpoint'
import { presets } from '../api/presets'
import { type CodeLanguage, type CodeRequest, officialURL } from '../code/CodeRequest'
import { headerVariables } from '../code/variables'
import { writeCode } from '../code/writeCode'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import { textOf } from '../conversation/Message'
import { pathTo } from '../conversation/Tree'
import { secretQuery } from '../protocol/secrets'
import type { RequestBody } from '../protocol/wire'
import { treeOf } from './conversations'
import { requestBody } from './receiveReply'
import { endpointById } from './settings'

export { type CodeLanguage, codeLanguages } from '../code/CodeRequest'

/** What is to be written, and for whom. */
export interface CodeWish {
  language: CodeLanguage
  /** Without an address, as the built-in one, OpenAI's is written. */
  endpoint: Endpoint | undefined
  hasKey: boolean
  body: RequestBody
  /** Said at the top. */
  comment?: string | undefined
}

/**
 * A request as a program. Keys, also those of an address, and the values of headers are read from the environment, and
 * are not in it.
 */
export const requestCode = ({ language, endpoint, hasKey, body, comment }: CodeWish): string =>
  writeCode(language, { ...addressOf(endpoint, hasKey), body }, comment)

/** The same request, whose answer comes in pieces or not. */
export function withStream(body: RequestBody, streamed: boolean): RequestBody {
  if (streamed) return { ...body, stream: true }
  // `stream_options` is refused without `stream`.
  const { stream: _stream, stream_options: _options, ...rest } = body
  return rest
}

/** What a reply was asked for with: its own fields, and the messages above it as they are now. */
export function bodyBehind(id: ConversationId, message: MessageId): RequestBody | undefined {
  const tree = treeOf(id)
  const reply = tree?.messages.get(message)
  if (!tree || !reply?.run) return undefined
  const path = pathTo(tree, message).slice(0, -1)
  const { parameters } = reply.run
  const endpoint = endpointById(tree.conversation.endpoint)
  return requestBody({ endpoint, path, parameters, extraBody: undefined, prefill: givenWords(reply) })
}

/** The words that an answer was made to begin with. */
const givenWords = (reply: Message) => textOf(reply).slice(0, reply.prefilled ?? 0)

function addressOf(endpoint: Endpoint | undefined, hasKey: boolean): Omit<CodeRequest, 'body'> {
  if (!endpoint || isBuiltIn(endpoint))
    return {
      baseURL: officialURL,
      url: endpointURL({ baseURL: officialURL }, '/chat/completions'),
      keyVariable: 'OPENAI_API_KEY',
      headers: [],
    }
  const preset = presets.find((one) => originOf(one) === originOf(endpoint))
  // What only a page has to send is nothing for a program.
  const forPages = new Set(preset?.headers?.map(({ name }) => name.toLowerCase()))
  const names = endpoint.headers
    .map(({ name }) => name.trim())
    .filter((name) => name !== '' && !forPages.has(name.toLowerCase()))
  const hasOwn = names.some((name) => name.toLowerCase() === 'authorization')
  const wantsKey = hasKey || preset?.needsKey === 'yes'
  const keyVariable = wantsKey && !hasOwn ? (preset?.keyVariable ?? 'OPENAI_API_KEY') : undefined
  const { names: secret, rest: baseURL } = secretQuery(endpoint.baseURL)
  const variables = headerVariables([...names, ...secret], keyVariable)
  return {
    baseURL,
    url: endpointURL({ baseURL }, '/chat/completions'),
    keyVariable,
    headers: variables.slice(0, names.length),
    query: variables.slice(names.length),
  }
}
