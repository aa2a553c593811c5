import { shellWord } from '../protocol/shellWord'
import type { Cause } from './diagnose'
import { type ServerKind, spaceOf } from './serverKind'

export type System = 'linux' | 'macos' | 'windows'

/** Something to do: words live in the catalogue by `id`; a command is to be copied, one for each system where they differ. */
export interface Step {
  id: StepId
  command?: string
  commands?: Record<System, string>
  /** To be opened in a tab of its own. */
  link?: string
}

export type StepId =
  | 'connect'
  | 'use-https'
  | 'use-local-page'
  | 'allow-network'
  | 'reload'
  | 'open-secure'
  | 'check-address'
  | 'open-address'
  | 'open-secure-address'
  | 'trust-certificate'
  | 'check-network'
  | 'start'
  | 'start-app'
  | 'restart-after'
  | 'cors-switch'
  | 'cors-app'
  | 'cors-start'
  | 'cors-headers'
  | 'cors-localai'
  | 'cors-proxy'
  | 'check-key'
  | 'enter-key'
  | 'check-model'
  | 'remove-headers'
  | 'pull'
  | 'load'
  | 'load-app'
  | 'wait'

export interface Situation {
  server: ServerKind | undefined
  baseURL: string
  /** Where this page comes from, as the browser names it to servers. */
  origin: string
  model?: string | undefined
}

/** What to do about a cause, in order, for the server that stands at the address. */
export function remedyFor(cause: Cause, about: Situation): Step[] {
  const { server, baseURL, model } = about
  const { origin: place, hostname } = new URL(baseURL)
  const look: Step = { id: 'open-address', link: `${place}/` }
  switch (cause) {
    case 'offline':
      return [{ id: 'connect' }]
    case 'mixed-content':
      return [{ id: 'use-https' }, localPage]
    case 'permission':
      return [{ id: 'allow-network' }, { id: 'reload' }]
    case 'insecure-page':
      return [{ id: 'open-secure' }, localPage]
    case 'refused':
      return [...startSteps(about), { id: 'check-address' }]
    case 'http-only':
    case 'no-https':
      return [
        { id: 'open-secure-address', link: `${place}/` },
        { id: 'trust-certificate' },
        ...(spaceOf(hostname) === 'public' || cause === 'http-only' ? [] : startSteps(about)),
        { id: 'check-address' },
      ]
    case 'not-found':
      return spaceOf(hostname) === 'private'
        ? [...startSteps(about), { id: 'check-network' }, look]
        : [{ id: 'check-address' }, look]
    case 'silent':
      return [{ id: 'check-network' }, look]
    case 'cors':
    case 'preflight':
      return corsSteps(about)
    case 'headers':
      return [{ id: 'remove-headers' }]
    case 'key':
    case 'key-unread':
      return [{ id: 'check-key' }]
    case 'key-missing':
      return [{ id: 'enter-key' }]
    case 'unread':
      return [{ id: 'check-key' }, { id: 'check-model' }]
    case 'model-missing':
      return server === 'ollama' && model ? [{ id: 'pull', command: `ollama pull ${shellWord(model)}` }] : []
    case 'model-not-loaded':
      return server === 'lm-studio' && model
        ? [{ id: 'load', command: `lms load ${shellWord(model)}` }]
        : [{ id: 'load-app' }]
    case 'model-loading':
      return [{ id: 'wait' }]
    case 'scheme':
    case 'path':
      return []
  }
}

const localPage: Step = { id: 'use-local-page', command: 'python3 -m http.server 8765 --bind 127.0.0.1' }

/** A page from the disk has no origin that a server could name. */
const allowed = (origin: string) => (/^https?:/.test(origin) ? origin : '*')

function startSteps({ server, baseURL, origin }: Situation): Step[] {
  const port = new URL(baseURL).port
  switch (server) {
    case 'ollama':
      return [{ id: 'start', command: 'ollama serve' }]
    case 'lm-studio':
      return [{ id: 'start', command: 'lms server start --cors' }]
    case 'llama-cpp':
      return [{ id: 'start', command: `llama-server -m model.gguf --port ${port || '8080'}` }]
    case 'vllm':
      return [
        {
          id: 'start',
          command: `vllm serve MODEL --port ${port || '8000'} --allowed-origins '["${allowed(origin)}"]'`,
        },
      ]
    case 'litellm':
      return [{ id: 'start', command: `litellm --config config.yaml --port ${port || '4000'}` }]
    default:
      return [{ id: 'start-app' }]
  }
}

/** How a server can be made to let this page call it. */
export function corsSteps({ server, baseURL, origin }: Situation): Step[] {
  const page = allowed(origin)
  switch (server) {
    case 'ollama':
      return [{ id: 'cors-start', commands: ollama(page) }, { id: 'restart-after' }]
    case 'lm-studio':
      return [{ id: 'cors-start', command: 'lms server start --cors' }, { id: 'cors-switch' }]
    case 'llama-cpp':
      return [
        { id: 'cors-start', command: `llama-server -m model.gguf --cors-origins '${page}'` },
        { id: 'cors-localai', command: `local-ai run --cors --cors-allow-origins='${page}'` },
      ]
    case 'vllm':
      return [{ id: 'cors-start', command: `vllm serve MODEL --allowed-origins '["${page}"]'` }]
    case 'jan':
      return [{ id: 'cors-switch' }]
    case 'text-generation-webui':
    case 'koboldcpp':
    case 'litellm':
      return [{ id: 'cors-app' }, headers(page)]
    default:
      return spaceOf(new URL(baseURL).hostname) === 'public'
        ? [headers(page), { id: 'cors-proxy' }]
        : [headers(page)]
  }
}

const headers = (page: string): Step => ({
  id: 'cors-headers',
  command: [
    `Access-Control-Allow-Origin: ${page}`,
    'Access-Control-Allow-Methods: GET, POST, OPTIONS',
    'Access-Control-Allow-Headers: authorization, content-type',
  ].join('\n'),
})

const ollama = (page: string): Record<System, string> => ({
  linux: [
    'sudo mkdir -p /etc/systemd/system/ollama.service.d',
    `printf '[Service]\\nEnvironment="OLLAMA_ORIGINS=${page}"\\n' | sudo tee /etc/systemd/system/ollama.service.d/parley.conf`,
    'sudo systemctl daemon-reload && sudo systemctl restart ollama',
  ].join('\n'),
  macos: `launchctl setenv OLLAMA_ORIGINS "${page}"`,
  windows: `setx OLLAMA_ORIGINS "${page}"`,
})
