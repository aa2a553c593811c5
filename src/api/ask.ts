import { noteAsked } from './asked'

interface Question {
  mode: 'cors' | 'no-cors'
  headers?: Headers
  /** How long an answer may take, in milliseconds. */
  patience: number
  signal: AbortSignal
}

/** Asks an address whether and how it answers, and leaves nothing behind: no cookie, nothing kept, no word of this page. */
export function ask(url: string, { patience, signal, ...rest }: Question): Promise<Response> {
  noteAsked(url)
  return fetch(url, {
    ...rest,
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // What may not be looked at has to be followed: the browser allows nothing else.
    redirect: rest.mode === 'cors' ? 'error' : 'follow',
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  })
}
