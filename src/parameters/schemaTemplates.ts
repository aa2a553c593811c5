import type { JsonObject } from '../protocol/wire'
import type { JsonSchemaFormat } from './jsonSchemaFormat'

/** An object as strict mode wants it: closed, with all of its properties required. */
const closed = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const text = { type: 'string' }

/** Something to begin from. Where a model thinks before it decides, the thought stands before the decision. */
export const schemaTemplates = {
  person: {
    name: 'person',
    strict: true,
    schema: closed({ name: text, age: { type: ['integer', 'null'] }, city: { type: ['string', 'null'] } }),
  },
  list: {
    name: 'items',
    strict: true,
    schema: closed({
      items: {
        type: 'array',
        items: closed({ name: text, quantity: { type: 'number' }, unit: { type: ['string', 'null'] } }),
      },
    }),
  },
  classification: {
    name: 'classification',
    strict: true,
    schema: closed({
      reason: { type: 'string', description: 'Why, in one sentence' },
      label: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
      confidence: { type: 'number', minimum: 0, maximum: 1 },
    }),
  },
  steps: {
    name: 'solution',
    strict: true,
    schema: closed({
      steps: { type: 'array', items: closed({ explanation: text, output: text }) },
      answer: text,
    }),
  },
} satisfies Record<string, JsonSchemaFormat>

export type SchemaTemplate = keyof typeof schemaTemplates
export const templateNames = ['person', 'list', 'classification', 'steps'] as const satisfies SchemaTemplate[]
