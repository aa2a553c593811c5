import { type Endpoint, checkBaseURL } from '../state/endpoints'
import { t } from '../words/rooms'

export interface Problems {
  name?: string
  baseURL?: string
  headers?: string
}

/** A field name of HTTP (RFC 9110, section 5.1) and a value without line breaks. */
const isHeaderName = (name: string) => /^[!#$%&'*+\-.^_`|~\w]+$/.test(name)
const isHeaderValue = (value: string) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)

/** The endpoint as it can be kept, or a sentence for each thing that is wrong with it. */
export function checkEndpoint(
  draft: Endpoint,
): { ok: true; endpoint: Endpoint } | { ok: false; problems: Problems } {
  const checked = checkBaseURL(draft.baseURL)
  const headers = draft.headers
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(({ name, value }) => name || value)
  const odd = headers.find(({ name, value }) => !isHeaderName(name) || !isHeaderValue(value))
  if (!checked.ok || odd)
    return {
      ok: false,
      problems: {
        ...(!checked.ok && { baseURL: t.settings.problems[checked.reason] }),
        ...(odd && { headers: t.settings.problems.header(odd.name) }),
      },
    }
  const { baseURL } = checked
  return {
    ok: true,
    endpoint: { ...draft, name: draft.name.trim() || new URL(baseURL).host, baseURL, headers },
  }
}
