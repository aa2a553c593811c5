import { apiError, answer } from './errors'
import { story } from './plainScenarios'
import { replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import type { Step } from './Step'

const html = { 'content-type': 'text/html; charset=utf-8' }
const plain = { 'content-type': 'text/plain; charset=utf-8' }

const page = (title: string) =>
  `<!doctype html>\n<html><head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center><hr>nginx</body></html>\n`

const maskedKey = ({ headers }: Call): string => {
  const key = headers.authorization?.replace(/^Bearer /, '') ?? ''
  return `${key.slice(0, 3)}${'*'.repeat(8)}${key.slice(-4)}`
}

const rateLimit = {
  message: 'Rate limit reached for requests. Please try again later.',
  type: 'requests',
  code: 'rate_limit_exceeded',
}

/** Any error the test likes, in the shape that the test likes. */
function scripted({ options }: Call): Iterable<Step> {
  const status = options.number('status', 500)
  const message = options.text('message', 'Something went wrong')
  const shapes: Record<string, () => Iterable<Step>> = {
    openai: () => apiError(status, { message, code: options.text('code', '') || null }),
    llama: () => answer(status, { error: { code: status, message, type: 'server_error' } }),
    string: () => answer(status, { error: message }),
    message: () => answer(status, { message }),
    text: () => answer(status, message, plain),
    html: () => answer(status, page(message), html),
    empty: () => answer(status, ''),
  }
  return (shapes[options.text('shape', 'openai')] ?? shapes['openai']!)()
}

/** Fails the first times a tenant asks, then answers. */
function flaky(call: Call): Iterable<Step> {
  const { options, earlier } = call
  if (earlier >= options.number('times', 1)) return replySteps(call, [story(call)])
  const headers: Record<string, string> = options.has('retry')
    ? { 'retry-after': options.text('retry', '') }
    : {}
  return apiError(
    options.number('status', 503),
    { message: `Not yet (${earlier + 1})`, type: 'server_error' },
    headers,
  )
}

const fails = (steps: (call: Call) => Iterable<Step>): Scenario => ({ steps })

/** Answers by status. None of them is a reply. */
export const errorScenarios = {
  error: { options: ['status', 'message', 'code', 'shape'], steps: scripted },
  flaky: { options: ['tokens', 'times', 'status', 'retry'], steps: flaky },
  'error-400': fails(() =>
    apiError(400, {
      message: "Invalid value for 'temperature': expected a number between 0 and 2.",
      param: 'temperature',
      code: 'invalid_value',
    }),
  ),
  'error-401': fails((call) =>
    apiError(401, { message: `Incorrect API key provided: ${maskedKey(call)}.`, code: 'invalid_api_key' }),
  ),
  'error-401-whole-key': fails((call) =>
    apiError(401, { message: `Wrong key: ${call.headers.authorization ?? 'none'}`, code: 'invalid_api_key' }),
  ),
  'error-403': fails(() =>
    apiError(403, {
      message: 'Country, region, or territory not supported',
      type: 'request_forbidden',
      code: 'unsupported_country_region_territory',
    }),
  ),
  'error-404': fails(() =>
    apiError(404, {
      message: 'The model `gpt-9` does not exist or you do not have access to it.',
      param: 'model',
      code: 'model_not_found',
    }),
  ),
  'error-404-html': fails(() => answer(404, page('404 Not Found'), html)),
  'error-413': fails(() => answer(413, page('413 Request Entity Too Large'), html)),
  'error-422': fails(() =>
    answer(422, {
      detail: [
        { loc: ['body', 'messages', 0, 'role'], msg: 'field required', type: 'value_error.missing' },
        { loc: ['body', 'top_k'], msg: 'extra fields not permitted', type: 'value_error.extra' },
      ],
    }),
  ),
  'error-429': {
    options: ['retry'],
    steps: ({ options }) => apiError(429, rateLimit, { 'retry-after': options.text('retry', '2') }),
  },
  'error-429-date': {
    options: ['retry'],
    steps: ({ created, options }) =>
      apiError(429, rateLimit, {
        'retry-after': new Date((created + options.number('retry', 3)) * 1000).toUTCString(),
      }),
  },
  'error-429-quota': fails(() =>
    apiError(429, {
      message: 'You exceeded your current quota, please check your plan and billing details.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    }),
  ),
  'error-500': fails(() =>
    apiError(500, {
      message: 'The server had an error while processing your request. Sorry about that!',
      type: 'server_error',
    }),
  ),
  'error-500-text': fails(() => answer(500, 'Internal Server Error', plain)),
  'error-502-html': fails(() => answer(502, page('502 Bad Gateway'), html)),
  'error-503-loading': fails(() =>
    answer(503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }),
  ),
  'error-529': fails(() =>
    answer(529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
  ),
  'error-without-cors': fails((call) =>
    answer(
      401,
      { error: { message: `Incorrect API key provided: ${maskedKey(call)}.`, code: 'invalid_api_key' } },
      {},
      false,
    ),
  ),
  'error-empty': fails(() => answer(500, '')),
  'error-hostile': fails(() =>
    apiError(400, {
      message:
        '<img src=x onerror=alert(1)><script>alert(1)</script> [click](javascript:alert(1)) \u202Egnp.exe',
      code: '"><svg onload=alert(1)>',
      param: '__proto__',
    }),
  ),
} satisfies Record<string, Scenario>
