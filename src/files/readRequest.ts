import { isObject } from '../protocol/isObject'
import { FileFault } from './FileFault'
import type { Found, RequestFacts, Source } from './Found'
import { addressWithoutSecrets, secretsInAddress } from '../protocol/secrets'
import { hasMessages, readMessages } from './readMessages'

interface Known {
  source: Source
  now: number
  at?: string
  request?: RequestFacts
  /** What came back, in the form of a chat completion. */
  answer?: Record<string, unknown> | undefined
}

/** The body of a request as a conversation, and what was answered behind it. All fields of it are its parameters. */
export function readRequest(body: unknown, { source, now, at = '', request, answer }: Known): Found {
  if (!isObject(body) || !hasMessages(body)) throw new FileFault('no-messages', at)
  const found = readMessages(body, at, now, { isBody: true, answer })
  return { ...found, source, ...(request && { request: withoutSecrets(request) }) }
}

/** What is secret in the address is told as what stands in headers. A variable is no secret. */
function withoutSecrets({ url, secrets, ...others }: RequestFacts): RequestFacts {
  if (url === undefined) return { url, secrets, ...others }
  const inAddress = secretsInAddress(url).filter((one) => !/^(?:[$<]|%[a-z_]+%)/i.test(one))
  return { ...others, url: addressWithoutSecrets(url), secrets: [...secrets, ...inAddress] }
}
