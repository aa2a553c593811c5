import { brokenScenarios } from './brokenScenarios'
import { choiceScenarios } from './choiceScenarios'
import { errorScenarios } from './errorScenarios'
import { payloadScenarios } from './payloadScenarios'
import { plainScenarios } from './plainScenarios'
import { ruleScenarios } from './ruleScenarios'
import type { Scenario } from './Scenario'
import { textScenarios } from './textScenarios'
import { toolScenarios } from './toolScenarios'

/** All that the server can do, by the model name that asks for it. */
export const scenarios = {
  ...plainScenarios,
  ...choiceScenarios,
  ...toolScenarios,
  ...textScenarios,
  ...payloadScenarios,
  ...errorScenarios,
  ...brokenScenarios,
  ...ruleScenarios,
}

export type ScenarioName = keyof typeof scenarios

export const scenarioNames = Object.keys(scenarios)

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name)

export const findScenario = (name: string): Scenario | undefined =>
  isScenario(name) ? scenarios[name] : undefined
