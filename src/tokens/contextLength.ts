/** When the table below was put together; what is newer is not in it. */
export const tableDate = '2026-11-22'

/**
 * Tokens of prompt and answer together, for well known models whose servers do not list it. The first that fits
 * the name counts.
 * Sources: platform.openai.com/docs/models, as in the data of gpt-tokenizer 4.0.0; ai.google.dev/gemini-api/docs/models
 */
const table: readonly [name: RegExp, tokens: number][] = [
  [/^gpt-5(\.[1-3])?-chat/, 128_000],
  [/^gpt-5\.[4-6](?!-(mini|nano|cyber))/, 1_050_000],
  [/^gpt-5(\.[1-6])?($|-)/, 400_000],
  [/^gpt-4\.1($|-)/, 1_047_576],
  [/^(chatgpt-4o|gpt-4o|gpt-4-turbo|gpt-4\.5-preview)($|-)/, 128_000],
  [/^gpt-4-32k/, 32_768],
  [/^gpt-4($|-0[36])/, 8192],
  [/^gpt-3\.5-turbo-instruct/, 4096],
  [/^gpt-3\.5-turbo/, 16_385],
  [/^o1-(mini|preview)/, 128_000],
  [/^(o1|o3|o4-mini)($|-)/, 200_000],
  [/^gpt-oss-/, 131_072],
  [/^gemini-2\.[05]-(flash|pro)($|-)/, 1_048_576],
]

/** The context length of a well known model, by its name with or without its maker before a slash. */
export function knownContext(model: string): number | undefined {
  const name = model.toLowerCase().replace(/^(?:openai|google|models)\//, '')
  return table.find(([known]) => known.test(name))?.[1]
}
