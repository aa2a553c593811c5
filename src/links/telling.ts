import { isObject } from '../protocol/isObject'
import { isSecretName, plainName } from '../protocol/secrets'

/** Names under which headers and addresses are sent, wherever they stand. */
const leading = /^(.*_)?(headers?|proxy)$|^(api_?base|base_?ur[il]|server_?ur[il]|endpoint|host)$/
export const isTelling = (name: string) => isSecretName(name) || leading.test(plainName(name))

const addresses =
  /(^|_)(base|ur[il]s?|endpoints?|host(name)?s?|prox(y|ies)|webhooks?|upstreams?|callback|headers?(_json)?)$|base_?ur[il]$/
/** Under these names stands a host, or something quite different. */
const hosts = /(^|_)(gateway|ip|addr|address|domain|server)$/
const accounts =
  /^(.*_)?(user_?name|user_id|account|tenant|organi[sz]ation|org|session|workspace|project|customer|e_?mail|login)(_(id|name))?$/
const places = /(^|_)(path|file|filename|dir|directory|folder)s?$/

/** Texts that are meant for a model, or that answers are held against, whatever they look like. */
const texts =
  /^(stop(_.*)?|description|title|pattern|enum|const|content|text|prompt|suffix|messages|.*regex|\$.*)$/

/** Whether a text is an address as a whole, or a path on a disk. */
const isPlace = (text: string) =>
  /^\s*(?:[a-z][a-z\d+.-]{1,20}:\/\/\S|(?:~|\.{1,2})?\/[^/\s][^/\n]{0,80}\/[^\n]|~\/\S|[a-z]:[\\/]\S|\\\\\w)/i.test(
    text,
  ) && !text.trim().includes('\n')

const isHost = (text: string) => /[.:]/.test(text) && !/\s/.test(text.trim())

/** Whether a field of a request says where, or as whom, somebody is. */
export function tellsWhere(name: string, field: unknown): boolean {
  if (typeof field === 'boolean') return false
  const plain = plainName(name)
  if (accounts.test(plain)) return true
  if (typeof field === 'number') return false
  if (addresses.test(plain)) return true
  return (
    typeof field === 'string' &&
    !texts.test(plain) &&
    (isPlace(field) || (places.test(plain) && /[\\/~]/.test(field)) || (hosts.test(plain) && isHost(field)))
  )
}

/** Whether the items of a list under this name are texts, not values of their own. */
export const isOfTexts = (name: string) => texts.test(plainName(name))

/** Whether one item of a list is an address or a path. */
export const isPlaceItem = (item: unknown) => typeof item === 'string' && isPlace(item)

const words = ['type', '$ref', 'anyOf', 'oneOf', 'enum', 'const']
/** What says of a field among others of a schema that it is one as well. */
const moreWords = [
  ...words,
  'allOf',
  'description',
  'title',
  'default',
  'format',
  'items',
  'properties',
  'not',
]

/** Inside a schema a name is only a word, with what may stand under it. */
export const isSchema = (field: unknown, parent = '') =>
  isObject(field) &&
  (/^(?:properties|patternProperties|definitions|\$defs)$/.test(parent)
    ? !Object.keys(field).length || moreWords.some((word) => word in field)
    : words.some((word) => word in field))

/** Examples of a value, which a schema may have of what nobody else should know. */
export const isExample = (name: string) => /^(?:default|const|examples?)$/.test(name)
