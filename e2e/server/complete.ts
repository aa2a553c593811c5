import type { RequestBody } from '../../src/protocol/wire'
import { apiError } from './errors'
import { Options, parseModel } from './Options'
import type { Call } from './Scenario'
import { findScenario } from './scenarios'
import { commonOptions, shape } from './shape'
import type { Step } from './Step'

const isBody = (body: unknown): body is RequestBody =>
  typeof body === 'object' &&
  body !== null &&
  'model' in body &&
  typeof body.model === 'string' &&
  'messages' in body &&
  Array.isArray(body.messages)

/** The steps that answer a request for a completion: those of the scenario that its model names. */
export function complete(
  request: Omit<Call, 'model' | 'options' | 'body'> & { body: unknown },
): Iterable<Step> {
  const { body } = request
  if (typeof body === 'string' || body === null) {
    return apiError(400, { message: 'We could not parse the JSON body of your request.' })
  }
  if (!isBody(body))
    return apiError(400, { message: 'you must provide a model and messages', param: 'model' })
  const model = body.model!
  const { name, query } = parseModel(model)
  const scenario = findScenario(name)
  if (!scenario) {
    const message = `The model \`${name}\` does not exist: no such scenario.`
    return apiError(404, { message, param: 'model', code: 'model_not_found' })
  }
  const options = new Options(query, scenario.defaults)
  const known = new Set<string>([...commonOptions, ...(scenario.options ?? [])])
  const unknown = options.names().find((option) => !known.has(option))
  if (unknown)
    return apiError(400, { message: `The scenario ${name} has no option ${unknown}.`, param: 'model' })
  return shape(scenario.steps({ ...request, body, model, options }), options)
}
