import { type Endpoint, isBuiltIn, originOf } from './endpoint'

/**
 * How an endpoint lets an answer be continued whose beginning is given:
 *
 * - `no`: it does not; a trailing assistant message is only history, and the model begins a new answer.
 * - `trailing`: a trailing assistant message is continued as it is (llama.cpp, Ollama, OpenRouter, Anthropic).
 * - `prefix`: the trailing message must carry `"prefix": true` (Mistral; DeepSeek under `/beta`).
 * - `continue_final_message`: two fields beside the messages ask for it (vLLM).
 */
export const prefillStyles = ['no', 'trailing', 'prefix', 'continue_final_message'] as const
export type PrefillStyle = (typeof prefillStyles)[number]

const byHost: Record<string, PrefillStyle> = {
  'openrouter.ai': 'trailing',
  'api.anthropic.com': 'trailing',
  'api.mistral.ai': 'prefix',
}

/** The usual ports of local servers; a server elsewhere is told by the reader. */
const byPort: Record<string, PrefillStyle> = {
  '11434': 'trailing',
  '8080': 'trailing',
  '1234': 'trailing',
  '8000': 'continue_final_message',
}

/** How this endpoint continues an answer: what the reader said of it, else what is known of its address. */
export function prefillOf(endpoint: Endpoint): PrefillStyle {
  if (endpoint.prefill) return endpoint.prefill
  if (isBuiltIn(endpoint)) return 'trailing'
  const origin = originOf(endpoint)
  if (origin === null) return 'no'
  const { hostname, port, pathname } = new URL(endpoint.baseURL)
  if (hostname === 'api.deepseek.com') return pathname.startsWith('/beta') ? 'prefix' : 'no'
  const near = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return byHost[hostname] ?? (near ? byPort[port] : undefined) ?? 'no'
}

/** The fields beside `messages` that ask for a continuation. */
export const prefillFields = (style: PrefillStyle) =>
  style === 'continue_final_message' ? { continue_final_message: true, add_generation_prompt: false } : {}

/**
 * The words of an old answer that a new one can begin with. Claude refuses white space at their end, so the new one
 * begins without it; other models are given every character. The old answer stays as it is.
 */
export function prefillFrom(text: string, endpoint: Endpoint | undefined, model = ''): string {
  const strict = endpoint && originOf(endpoint) === 'https://api.anthropic.com'
  return strict || /\bclaude\b/i.test(model) ? text.trimEnd() : text
}
