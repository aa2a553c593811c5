export type PresetHint =
  | 'openai'
  | 'openrouter'
  | 'groq'
  | 'gemini'
  | 'anthropic'
  | 'deepseek'
  | 'mistral'
  | 'huggingface'
  | 'together'
  | 'ollama'
  | 'lm-studio'
  | 'llama-cpp'
  | 'vllm'
  | 'jan'
  | 'litellm'

/** A provider or local server that is known, as a start for an endpoint. Data only: words live in the catalogue. */
export interface Preset {
  id: string
  name: string
  baseURL: string
  needsKey: 'yes' | 'no' | 'optional'
  /** The environment variable in which programs look for its key, where that is not OpenAI's. */
  keyVariable?: string
  /** It runs on the reader's own machine. */
  local: boolean
  /** Headers that a browser has to send there besides the two plain ones. */
  headers?: { name: string; value: string }[]
  /** Whether a page of another origin may call it (CORS). */
  browser: 'yes' | 'with-setting' | 'probably' | 'partly'
  /** Names the sentence that the settings show for it. */
  hint: PresetHint
  /** When `browser` was last looked up or measured, as exactly as the source says. */
  checked: string
}

const hosted = { needsKey: 'yes', local: false } as const
const local = { local: true } as const

export const presets: readonly Preset[] = [
  {
    ...hosted,
    id: 'openai',
    name: 'OpenAI',
    baseURL: 'https://api.openai.com/v1',
    browser: 'yes',
    hint: 'openai',
    checked: '2026-07-30',
  },
  {
    ...hosted,
    id: 'openrouter',
    name: 'OpenRouter',
    baseURL: 'https://openrouter.ai/api/v1',
    keyVariable: 'OPENROUTER_API_KEY',
    browser: 'yes',
    hint: 'openrouter',
    checked: '2026-07-30',
  },
  {
    ...hosted,
    id: 'groq',
    name: 'Groq',
    baseURL: 'https://api.groq.com/openai/v1',
    keyVariable: 'GROQ_API_KEY',
    browser: 'yes',
    hint: 'groq',
    checked: '2026-07-30',
  },
  {
    ...hosted,
    id: 'gemini',
    name: 'Google Gemini',
    baseURL: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyVariable: 'GEMINI_API_KEY',
    browser: 'yes',
    hint: 'gemini',
    checked: '2026-07-30',
  },
  {
    ...hosted,
    id: 'anthropic',
    name: 'Anthropic',
    baseURL: 'https://api.anthropic.com/v1',
    keyVariable: 'ANTHROPIC_API_KEY',
    headers: [{ name: 'anthropic-dangerous-direct-browser-access', value: 'true' }],
    browser: 'yes',
    hint: 'anthropic',
    checked: '2026-11-22',
  },
  {
    ...hosted,
    id: 'deepseek',
    name: 'DeepSeek',
    baseURL: 'https://api.deepseek.com/v1',
    keyVariable: 'DEEPSEEK_API_KEY',
    browser: 'yes',
    hint: 'deepseek',
    checked: '2026-07-30',
  },
  {
    ...hosted,
    id: 'mistral',
    name: 'Mistral',
    baseURL: 'https://api.mistral.ai/v1',
    keyVariable: 'MISTRAL_API_KEY',
    browser: 'yes',
    hint: 'mistral',
    checked: '2026-03',
  },
  {
    ...hosted,
    id: 'huggingface',
    name: 'Hugging Face',
    baseURL: 'https://router.huggingface.co/v1',
    keyVariable: 'HF_TOKEN',
    browser: 'probably',
    hint: 'huggingface',
    checked: '2026-11-22',
  },
  {
    ...hosted,
    id: 'together',
    name: 'Together',
    baseURL: 'https://api.together.xyz/v1',
    keyVariable: 'TOGETHER_API_KEY',
    browser: 'probably',
    hint: 'together',
    checked: '2025-02',
  },
  {
    ...local,
    id: 'ollama',
    name: 'Ollama',
    baseURL: 'http://localhost:11434/v1',
    needsKey: 'no',
    browser: 'with-setting',
    hint: 'ollama',
    checked: '2026-10-20',
  },
  {
    ...local,
    id: 'lm-studio',
    name: 'LM Studio',
    baseURL: 'http://localhost:1234/v1',
    needsKey: 'no',
    browser: 'with-setting',
    hint: 'lm-studio',
    checked: '2026-11-22',
  },
  {
    ...local,
    id: 'llama-cpp',
    name: 'llama.cpp',
    baseURL: 'http://localhost:8080/v1',
    needsKey: 'optional',
    browser: 'yes',
    hint: 'llama-cpp',
    checked: '2026-08',
  },
  {
    ...local,
    id: 'vllm',
    name: 'vLLM',
    baseURL: 'http://localhost:8000/v1',
    needsKey: 'optional',
    browser: 'probably',
    hint: 'vllm',
    checked: '2026-11-22',
  },
  {
    ...local,
    id: 'jan',
    name: 'Jan',
    baseURL: 'http://localhost:1337/v1',
    needsKey: 'yes',
    browser: 'with-setting',
    hint: 'jan',
    checked: '2026-11-22',
  },
  {
    ...local,
    id: 'litellm',
    name: 'LiteLLM',
    baseURL: 'http://localhost:4000/v1',
    needsKey: 'optional',
    browser: 'yes',
    hint: 'litellm',
    checked: '2026-11-22',
  },
]
