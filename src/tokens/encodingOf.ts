export type Encoding = 'o200k_base' | 'cl100k_base'

/**
 * The encoding of a model, by its name; undefined where it is not known. A maker before a slash (`openai/gpt-4o`) and
 * a fine-tuned model's `ft:` are looked past; any other name around it (`distil-gpt-4`) is another model.
 * Source: MODEL_PREFIX_TO_ENCODING in github.com/openai/tiktoken, tiktoken/model.py
 */
export function encodingOf(model: string): Encoding | undefined {
  const name = model.toLowerCase().replace(/^(?:openai\/)?(?:ft:)?/, '')
  if (/^(?:chatgpt-4o|gpt-4o|gpt-4\.[15]|gpt-5|o[134])(?![a-z\d])/.test(name)) return 'o200k_base'
  if (/^(?:gpt-4|gpt-3\.5|gpt-35)(?![a-z\d.])/.test(name)) return 'cl100k_base'
  return undefined
}
