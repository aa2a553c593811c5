import { json } from './reply'
import { type Step, head, write } from './Step'

interface ApiError {
  message: string
  type?: string | null
  param?: string | null
  code?: string | number | null
}

/** The API's own error object. */
export const errorBody = ({ message, type, param, code }: ApiError) => ({
  error: { message, type: type ?? 'invalid_request_error', param: param ?? null, code: code ?? null },
})

/** An answer that is not a stream, whole. */
export function* answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  cors = true,
): Generator<Step> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  yield head(status, { ...json, 'x-request-id': 'req_parley_test', ...headers }, cors)
  if (text) yield write(text)
}

export const apiError = (status: number, error: ApiError, headers?: Record<string, string>) =>
  answer(status, errorBody(error), headers)
