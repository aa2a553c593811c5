import { type Endpoint, isBuiltIn, originOf } from './endpoint'
import { type Preset, presets } from './presets'

/** Servers that run on the reader's own machine and are not among the presets. */
export type FurtherServer = 'text-generation-webui' | 'koboldcpp'
export type ServerKind = Preset['hint'] | FurtherServer

/** Where servers on the reader's own machine usually listen, and which of them it most likely is. */
export const usualPorts: readonly { port: number; kind: ServerKind }[] = [
  { port: 11434, kind: 'ollama' },
  { port: 1234, kind: 'lm-studio' },
  { port: 8080, kind: 'llama-cpp' },
  { port: 8000, kind: 'vllm' },
  { port: 1337, kind: 'jan' },
  { port: 4000, kind: 'litellm' },
  { port: 5000, kind: 'text-generation-webui' },
  { port: 5001, kind: 'koboldcpp' },
]

/** In whose network an address lies, as far as its letters say. */
export type AddressSpace = 'loopback' | 'private' | 'public'

const isLoopback = (host: string) => /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/i.test(host)
const isPrivate = (host: string) =>
  /^(?:[^.:[\]]+|.+\.(?:local|lan|internal|home\.arpa)|(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+|\[f[cde].*\])$/i.test(
    host,
  )

export const spaceOf = (host: string): AddressSpace =>
  isLoopback(host) ? 'loopback' : isPrivate(host) ? 'private' : 'public'

/** Which server stands at an address: by its host, or near the reader by its usual port; undefined where nothing says. */
export function serverKind(endpoint: Pick<Endpoint, 'baseURL'>): ServerKind | undefined {
  const origin = originOf(endpoint)
  if (origin === null || isBuiltIn(endpoint)) return undefined
  const { hostname, port } = new URL(origin)
  const hosted = presets.find((preset) => !preset.local && new URL(preset.baseURL).hostname === hostname)
  if (hosted) return hosted.hint
  if (spaceOf(hostname) === 'public') return undefined
  return usualPorts.find((one) => String(one.port) === port)?.kind
}

/** What is known of the provider at an address. */
export const presetAt = (endpoint: Pick<Endpoint, 'baseURL'>): Preset | undefined => {
  const kind = serverKind(endpoint)
  return presets.find(({ hint }) => hint === kind)
}
