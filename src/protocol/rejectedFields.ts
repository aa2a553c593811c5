import type { ErrorRecord } from './ChatError'

export interface RejectedField {
  /** The API's name of the field, at the top of the request. */
  name: string
  /** Whether the server does not take the field at all, or only not this value of it. */
  because: 'field' | 'value'
}

/** These say nothing about a field, whatever they quote. */
const elsewhere = new Set([401, 402, 403, 408, 409, 413, 425, 429, 502, 503, 504, 529])

/**
 * Which of the fields that were sent a server's error names: by `param` (`tools[0].function.name` is `tools`), else
 * in its words. Words are matched with care, since `user`, `stop` and `n` are words too: a name has to be quoted
 * where an error would quote a field, or stand in a list of arguments.
 *
 * @param sent the names of the fields of the request
 */
export function rejectedFields(
  { message, param, code, status }: Pick<ErrorRecord, 'message' | 'param' | 'code' | 'status'>,
  sent: readonly string[],
): RejectedField[] {
  const names = new Set<string>()
  const add = (path: string | undefined) => {
    const name = path === undefined ? undefined : rootOf(path)
    if (name !== undefined && sent.includes(name)) names.add(name)
  }
  add(param)
  for (const path of listed(message)) add(path)
  if (!names.size && !elsewhere.has(status ?? 0)) add(spoken(message, sent))
  const because = reasonOf(message, code)
  return [...names].map((name) => ({ name, because }))
}

/** `tools[0].function.name`, `tools.0.function` and `messages.[0].role` begin with the name of a field. */
const rootOf = (path: string) => /^[A-Za-z_][\w-]*/.exec(path.trim().replace(/^body\./, ''))?.[0]

const notTaken =
  /unsupported parameter|unsupported (?:argument|field|property)|not supported|unrecogni[sz]ed|unknown|not permitted|not allowed|extra_forbidden|forbidden|unexpected|does(?: not|n't) (?:support|allow|accept)|no longer|cannot find|is deprecated|requires/i
const notThisValue = /(?:unsupported|invalid|illegal|wrong) (?:value|type)/i

function reasonOf(message: string, code: string | undefined): RejectedField['because'] {
  if (code === 'unsupported_value' || notThisValue.test(message)) return 'value'
  if (code === 'unsupported_parameter' || code === 'unknown_parameter') return 'field'
  return notTaken.test(message) ? 'field' : 'value'
}

/** Several names at once: after "argument supplied:", in FastAPI's `loc`, before its sentences. */
function listed(message: string): string[] {
  const list =
    /\b(?:unrecogni[sz]ed|unknown|unsupported|unexpected|invalid|extra)\s+(?:request\s+)?(?:arguments?|parameters?|params?|fields?|keys?|propert(?:y|ies)|inputs?)(?:\s+supplied)?\s*:\s*(["'`\w.\-[\]]+(?:\s*,\s*["'`\w.\-[\]]+)*)/i.exec(
      message,
    )?.[1]
  const places = [...message.matchAll(/['"]loc['"]:\s*[[(]\s*['"]body['"],\s*['"]([\w.-]+)['"]/g)]
  // FastAPI's list as `readErrorObject` writes it: "messages.0.role: field required; top_k: extra fields …"
  const sentences = message.split('; ').map((sentence) => /^([A-Za-z_][\w.[\]-]*): \S/.exec(sentence)?.[1])
  return [
    ...(list?.split(',').map((name) => name.replaceAll(/["'`\s]/g, '')) ?? []),
    ...places.map(([, name]) => name!),
    ...sentences.filter((name) => name !== undefined),
  ]
}

/** The first field that a sentence speaks of. */
function spoken(message: string, sent: readonly string[]): string | undefined {
  const quoted = /["'`‘“]([A-Za-z_][\w.[\]-]*)["'`’”]/g
  for (const found of message.matchAll(quoted)) {
    const name = rootOf(found[1]!)
    if (name === undefined || !sent.includes(name)) continue
    const before = message.slice(0, found.index)
    const after = message.slice(found.index + found[0].length)
    if (isAdvice.test(before)) continue
    if (name.includes('_') || namesField(before, after)) return name
  }
  // Without quotes only what can be no other word counts, and only if nothing else is named.
  const words = new Set(message.replace(advice, '').match(/\w+/g))
  const bare = sent.filter((name) => name.includes('_') && words.has(name))
  return bare.length === 1 ? bare[0] : undefined
}

/** "Use 'max_completion_tokens' instead." names the way out, not the fault. */
const isAdvice = /\b(?:use|try|set|using|prefer)\s+$/i
const advice = /\b(?:use|try|set|using|prefer)\s+["'`‘“]?[\w.]+/gi
const leadsToField =
  /\b(?:parameters?|params?|arguments?|fields?|propert(?:y|ies)|keys?|options?|names?|value (?:for|of)|type (?:for|of)|invalid|unsupported|missing)\s*[:=]?\s*$/i
const followsField =
  /^\s*(?:is|are|was|were|does|do|must|should|cannot|can't|can not|may|has to|parameter|field|argument|property|option|not)\b/i
/** What is quoted after these is a value: "role 'user' is not supported". */
const leadsToValue = /\b(?:role|type|tool|function|format|model|got|by|to|of)\s*[:=]?\s*$/i

const namesField = (before: string, after: string) =>
  /\b(?:value|type) (?:for|of)\s*$/i.test(before) ||
  (!leadsToValue.test(before) && (leadsToField.test(before) || followsField.test(after)))
