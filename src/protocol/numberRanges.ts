/** The numbers that a field takes. */
export interface NumberRange {
  min: number
  max?: number
}

/** The ranges of the fields that take a number, as the API has them. How many choices there may be is up to the endpoint. */
export const numberRanges = {
  max_tokens: { min: 1 },
  max_completion_tokens: { min: 1 },
  temperature: { min: 0, max: 2 },
  top_p: { min: 0, max: 1 },
  n: { min: 1 },
  seed: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER },
  presence_penalty: { min: -2, max: 2 },
  frequency_penalty: { min: -2, max: 2 },
  top_logprobs: { min: 0, max: 20 },
} as const satisfies Record<string, NumberRange>
