import { builtIn } from '../api/endpoint'
import type { Parameters } from '../protocol/wire'
import { listedModels } from './modelLists'
import type { Settings } from './settings'

/** An example of the API's documentation: the same messages and fields, nothing besides. */
export interface Example {
  id: 'tutor' | 'story' | 'extract'
  system?: string
  /** User messages, sent one after the other, each when the one before is answered. */
  turns: string[]
  parameters: Parameters
  /** Which of the built-in models answers it. */
  builtInModel: 'guide' | 'babble'
}

const person = 'John Smith is 35 years old and lives in Seattle.'

export const examples: Example[] = [
  {
    id: 'tutor',
    system: 'You are a concise Python tutor.',
    turns: ['What is a list comprehension?', 'Can you show me an example?'],
    parameters: {},
    builtInModel: 'guide',
  },
  {
    id: 'story',
    turns: ['Tell me a short story.'],
    parameters: { stream: true },
    builtInModel: 'babble',
  },
  {
    id: 'extract',
    turns: [`Extract name, age, and city from: "${person}". Return JSON.`],
    parameters: { response_format: { type: 'json_object' } },
    builtInModel: 'guide',
  },
]

const documented = 'gpt-4o-mini'

/**
 * The model that an example asks for: the documentation's, unless the endpoint is known not to have it and the
 * reader has chosen another one there. (The first of a list would be a guess, and may be an embedding model.)
 */
export function exampleModel({ builtInModel }: Example, { endpoint, models }: Settings): string {
  if (endpoint === builtIn.id) return builtInModel
  const listed = listedModels(endpoint)
  if (!listed?.length || listed.includes(documented)) return documented
  return listed.find((id) => id.endsWith(`/${documented}`)) ?? models[endpoint] ?? documented
}
