import { payloads } from '../payloads/payloads'
import { answer, apiError } from './errors'
import { type Step, destroy } from './Step'

const model = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  object: 'model',
  created: 1_700_000_000,
  owned_by: 'parley-test',
  ...more,
})

const list = (data: unknown) => answer(200, { object: 'list', data })
const many = Array.from({ length: 1000 }, (_, index) => model(`model-${String(index).padStart(4, '0')}`))

/** What `GET /models` answers, where the base URL says so: `/t/<tenant>/<name>/v1`. The names are given to `models`. */
export const modelLists: Record<string, (names: string[]) => Iterable<Step>> = {
  models: (names) => list(names.map((name) => model(name))),
  'models-empty': () => list([]),
  'models-many': () => list(many),
  'models-odd': () =>
    answer(200, {
      data: [
        model('/srv/models/tiny model Q4_K_M.gguf', { meta: { n_params: 134_515_008 }, max_model_len: 8192 }),
        model('models/gemini-like'),
        { id: 'only-an-id' },
        { name: 'no id' },
        null,
        model('<img src=x onerror=alert(1)>'),
        model('only-an-id'),
      ],
      models: [{ name: 'tiny', capabilities: ['completion'] }],
    }),
  'models-payloads': () => list(payloads.map((attack) => model(attack, { owned_by: attack }))),
  'models-bare-list': () => answer(200, [model('bare-list')]),
  'models-html': () => answer(200, '<!doctype html><title>Hello</title>', { 'content-type': 'text/html' }),
  'models-401': () =>
    apiError(401, { message: 'Invalid API Key', type: 'authentication_error', code: 'invalid_api_key' }),
  'models-404': () => apiError(404, { message: 'Invalid URL (GET /v1/models)' }),
  'models-500': () => apiError(500, { message: 'The server had an error', type: 'server_error' }),
  'models-gone': () => [destroy],
}
