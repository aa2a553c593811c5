import { ChatError, type ChatErrorEvidence } from './ChatError'
import { isObject, type Unknowns } from './isObject'
import { excerptOf } from './redact'

/**
 * The ChatError inside a JSON answer, or null where there is none. Understands the API's `{error: {message, type,
 * param, code}}`, `{error: 'text'}`, `{object: 'error', message}`, FastAPI's `{detail}`, `{message}`, `{errors: […]}`
 * and lists of these (Gemini).
 *
 * @param certain the server has already said that this is an error, by its status or by `event: error`
 */
export function readErrorObject(value: unknown, certain = false): ChatError | null {
  let json = value
  // A loop, since lists may stand in one another as deep as a server likes.
  while (Array.isArray(json)) json = json[0]
  if (!isObject(json)) return null
  if (isObject(json.error) && Object.values(json.error).some(Boolean)) return toError(json.error, json)
  if (typeof json.error === 'string' && json.error !== '')
    return toError({ ...json, message: json.error }, json)
  const isError = certain || json.object === 'error' || json.type === 'error' || !Array.isArray(json.choices)
  return isError && wordsOf(json) !== '' ? toError(json, json) : null
}

function toError(error: Unknowns, outer: Unknowns): ChatError {
  const words = excerptOf(wordsOf(error))
  return new ChatError(
    'rejected',
    words || 'The server reported an error without saying why.',
    evidenceOf(error, outer),
  )
}

function evidenceOf(error: Unknowns, outer: Unknowns): ChatErrorEvidence {
  const evidence: ChatErrorEvidence = {}
  const status = [error.status, error.status_code, error.code].find(isStatus)
  if (status !== undefined) evidence.status = status
  const code = textOf(error.code ?? error.error_code)
  if (code !== '') evidence.code = code
  // Gemini has no type, but names the kind of error in `status`: INVALID_ARGUMENT.
  const type = textOf(
    error.type ?? error.error_type ?? (typeof error.status === 'string' ? error.status : ''),
  )
  if (type !== '' && type !== 'error') evidence.type = type
  const param = textOf(error.param) || firstPlace(error.detail)
  if (param !== '') evidence.param = param
  const requestId = textOf(outer.request_id)
  if (requestId !== '') evidence.requestId = requestId
  // OpenRouter says "Provider returned error" and keeps the provider's own words here.
  const raw = isObject(error.metadata) ? error.metadata.raw : undefined
  if (raw !== undefined) evidence.excerpt = excerptOf(typeof raw === 'string' ? raw : JSON.stringify(raw))
  return evidence
}

const isStatus = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? excerptOf(String(value), 200) : ''

/** The words of an error, wherever this server keeps them; '' where it has none. */
function wordsOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.trim()
  if (depth > 4) return ''
  if (Array.isArray(value)) {
    const words = value.map((item) => placed(item, wordsOf(item, depth + 1)))
    return words.filter(Boolean).join('; ')
  }
  if (!isObject(value)) return ''
  for (const name of ['message', 'detail', 'error', 'errors', 'msg', 'error_msg', 'error_message', 'title']) {
    const words = wordsOf(value[name], depth + 1)
    if (words !== '') return words
  }
  return ''
}

// FastAPI: {"detail": [{"loc": ["body", "temperature"], "msg": "Input should be a valid number"}]}
const placeOf = (item: unknown) =>
  isObject(item) && Array.isArray(item.loc) ? item.loc.filter((name) => name !== 'body').join('.') : ''
const placed = (item: unknown, words: string) =>
  placeOf(item) && words ? `${placeOf(item)}: ${words}` : words
const firstPlace = (detail: unknown) => (Array.isArray(detail) ? placeOf(detail[0]) : '')
