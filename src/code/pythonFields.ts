import type { OfficialRequest } from '../protocol/wire'

/**
 * The fields that `chat.completions.create` of Python's `openai` has had since 1.99 (August 2025), and every version
 * since. Later ones go into `extra_body`, which every version takes.
 * Source: https://github.com/openai/openai-python/blob/main/src/openai/resources/chat/completions/completions.py
 */
const fields: readonly (keyof OfficialRequest)[] = [
  'messages',
  'model',
  'audio',
  'frequency_penalty',
  'function_call',
  'functions',
  'logit_bias',
  'logprobs',
  'max_completion_tokens',
  'max_tokens',
  'metadata',
  'modalities',
  'n',
  'parallel_tool_calls',
  'prediction',
  'presence_penalty',
  'prompt_cache_key',
  'reasoning_effort',
  'response_format',
  'safety_identifier',
  'seed',
  'service_tier',
  'stop',
  'store',
  'stream',
  'stream_options',
  'temperature',
  'tool_choice',
  'tools',
  'top_logprobs',
  'top_p',
  'user',
  'verbosity',
  'web_search_options',
]
const names: ReadonlySet<string> = new Set(fields)

export const isPythonField = (name: string) => names.has(name)
