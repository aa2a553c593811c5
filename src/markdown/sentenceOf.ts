import { t } from '../words/rooms'
import type { Problem } from './violation'

/** So many of the values that are allowed are named. */
const most = 8

/** What a schema has against a value, said of it: “must be a string, but is null”. */
export function sentenceOf(problem: Problem): string {
  const words = t.json.problem
  switch (problem.keyword) {
    case 'type':
      return words.type(problem.expected.map(typeName).reduce(t.json.or), typeName(problem.found))
    case 'required':
      return words.required(problem.name)
    case 'additionalProperties':
      return words.additionalProperties(problem.name)
    case 'enum': {
      const { allowed } = problem
      if (allowed.length === 1) return words.const(allowed[0]!)
      return words.enum([...allowed.slice(0, most), ...(allowed.length > most ? ['…'] : [])].join(', '))
    }
    case 'anyOf':
      return words.anyOf
    case 'bound':
      return t.json.bounds[problem.bound](problem.limit)
    case 'other':
      return words.other(problem.name, problem.message)
  }
}

const typeName = (type: string) => t.json.types[type] ?? type
