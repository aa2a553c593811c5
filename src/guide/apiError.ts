/** An error answer in the API's own shape: `{ error: { message, type, param, code } }` with a status. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly param: string | null
  readonly code: string | null

  constructor(status: number, message: string, param: string | null = null, code: string | null = null) {
    super(message)
    this.status = status
    this.param = param
    this.code = code
  }

  toBody() {
    const { message, param, code } = this
    return { error: { message, type: 'invalid_request_error', param, code } }
  }
}

/** A 400, which is what the API answers to nearly everything that is wrong with a request. */
export const invalid = (message: string, param: string | null = null, code: string | null = null) =>
  new ApiError(400, message, param, code)
