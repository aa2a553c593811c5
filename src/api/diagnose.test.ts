import { describe, expect, test } from 'vitest'
import {
  type Cause,
  diagnose,
  diagnoseAnswer,
  type Findings,
  nextProbe,
  type Outcome,
  type Probe,
} from './diagnose'

const begun: Findings = {
  baseURL: 'http://localhost:9999/v1',
  page: 'https://parley.example/',
  secure: true,
  online: true,
  hasKey: false,
  hasHeaders: false,
  tried: {},
}

/** What each probe would give; asks for them one by one, as the page does, and says which were asked for. */
function examine(change: Partial<Findings>, world: Partial<Record<Probe, Outcome>> = {}) {
  let findings = { ...begun, ...change }
  const asked: Probe[] = []
  for (let probe = nextProbe(findings); probe; probe = nextProbe(findings)) {
    asked.push(probe)
    findings = { ...findings, tried: { ...findings.tried, [probe]: world[probe] ?? 'nothing' } }
  }
  return { ...diagnose(findings), asked }
}

describe('what keeps the browser from asking is said, and nothing is tried', () => {
  const lan = 'http://192.168.1.5:8080/v1'
  const cases: [Cause, Partial<Findings>][] = [
    ['offline', { online: false, baseURL: 'https://api.example/v1' }],
    ['mixed-content', { baseURL: 'http://api.example/v1' }],
    ['mixed-content', { baseURL: lan }],
    ['permission', { permission: 'denied' }],
    ['permission', { permission: 'prompt' }],
    ['permission', { baseURL: lan, permission: 'denied' }],
    ['permission', { page: 'http://localhost:5000/', permission: 'denied' }],
    ['insecure-page', { page: 'http://parley.example/', secure: false, permission: 'prompt' }],
  ]
  test.each(cases)('%s %j', (cause, findings) => {
    expect(examine(findings)).toMatchObject({ cause, asked: [] })
  })

  test('only what the browser has not decided yet is uncertain', () => {
    expect(examine({ permission: 'prompt' }).certain).toBe(false)
    expect(examine({ permission: 'denied' }).certain).toBe(true)
  })

  test.each<Partial<Findings>>([
    { online: false },
    { permission: 'granted' },
    { baseURL: lan, permission: 'granted' },
    { page: 'http://localhost:5000/', permission: 'prompt' },
    { page: 'file:///home/me/parley.html', permission: 'prompt' },
    { page: 'http://192.168.1.9/', baseURL: lan, permission: 'prompt' },
    { baseURL: 'https://192.168.1.5/v1' },
  ])('it is asked with %j', (findings) => {
    expect(examine(findings).asked[0]).toBe('plain')
  })
})

describe('what came tells the cause', () => {
  const keyed = { hasKey: true }
  const headed = { hasHeaders: true }
  const openai = {
    ...keyed,
    known: { needsKey: true, letsPages: true },
    baseURL: 'https://api.openai.com/v1',
  }
  const far = { baseURL: 'https://api.example/v1' }
  const cases: [Cause, Partial<Findings>, Partial<Record<Probe, Outcome>>][] = [
    ['refused', {}, {}],
    ['refused', { page: 'http://localhost:5000/' }, {}],
    ['not-found', { page: 'http://localhost:5000/', baseURL: 'http://api.example/v1' }, {}],
    ['scheme', {}, { otherScheme: 'something' }],
    ['no-https', far, {}],
    ['no-https', { baseURL: 'https://localhost:9999/v1' }, {}],
    ['http-only', { baseURL: 'https://localhost:9999/v1' }, { otherScheme: 'something' }],
    // By http that is port 80: whoever answers there need not be who was asked for.
    ['no-https', { ...far, page: 'http://localhost:5000/' }, { otherScheme: 'something' }],
    ['silent', {}, { plain: 'silence' }],
    ['silent', {}, { opaque: 'silence' }],
    ['cors', {}, { opaque: 'something' }],
    ['cors', { ...far, ...keyed }, { opaque: 'something' }],
    ['key-unread', openai, { opaque: 'something' }],
    ['key-missing', { ...openai, hasKey: false }, { opaque: 'something' }],
    ['cors', { known: { needsKey: false, letsPages: true } }, { opaque: 'something' }],
    ['preflight', {}, { plain: 200 }],
    ['preflight', keyed, { plain: 200 }],
    ['preflight', {}, { plain: 401 }],
    ['headers', headed, { plain: 200, preflight: 200, keyAlone: 200 }],
    ['headers', { ...headed, ...keyed }, { plain: 401, preflight: 401, keyAlone: 200 }],
    ['key-unread', keyed, { plain: 200, preflight: 200 }],
    ['key', keyed, { plain: 200, preflight: 200, asSent: 401 }],
    ['key', keyed, { plain: 401, preflight: 401, asSent: 403 }],
    ['key-missing', {}, { plain: 401, preflight: 401 }],
    ['unread', {}, { plain: 200, preflight: 200 }],
    ['unread', { ...keyed, model: 'b', models: ['a', 'b'] }, { plain: 200, preflight: 200, asSent: 200 }],
    ['model-missing', { model: 'c', models: ['a', 'b'] }, { plain: 200, preflight: 200 }],
    ['unread', { model: 'c', models: [] }, { plain: 200, preflight: 200 }],
  ]
  test.each(cases)('%s: %j, %j', (cause, findings, world) => {
    expect(examine(findings, world).cause).toBe(cause)
  })

  test('nothing is tried that would tell no more', () => {
    expect(examine(far).asked).toEqual(['plain', 'opaque'])
    expect(examine({ page: 'http://localhost:5000/' }).asked).toEqual(['plain', 'opaque', 'otherScheme'])
    expect(examine({}, { plain: 200, preflight: 200 }).asked).toEqual(['plain', 'preflight'])
    expect(examine(keyed, { plain: 200, preflight: 200, asSent: 200 }).asked).not.toContain('keyAlone')
  })
})

describe('an answer that refuses', () => {
  const said = (message: string, status = 404, more: object = {}) => ({
    ...begun,
    error: { kind: 'rejected' as const, message, status, ...more },
  })
  const cases: [Cause | undefined, Findings][] = [
    ['model-missing', said('The model `gpt-9` does not exist or you do not have access to it.')],
    ['model-missing', said('model "x" not found, try pulling it first')],
    ['model-missing', said('No such thing', 400, { code: 'model_not_found' })],
    ['model-missing', said('x is not a valid model ID', 400)],
    ['model-missing', { ...said('Not Found'), model: 'x', models: ['y'] }],
    ['model-loading', said('Loading model', 503)],
    ['model-not-loaded', said('No models loaded. Please load a model in the developer page.', 404)],
    ['path', { ...said('Not Found'), elsewhere: 'http://localhost:9999/v1' }],
    ['path', { ...said(''), error: { kind: 'garbled', message: 'A page' }, elsewhere: 'http://a/v1' }],
    [undefined, { ...said('Not Found'), model: 'x', models: ['x'] }],
    [undefined, said('Not Found')],
    [undefined, said('Invalid temperature', 400)],
    [undefined, said('Wrong key', 401)],
  ]
  test.each(cases)('%s: %j', (cause, findings) => {
    expect(diagnoseAnswer(findings)?.cause).toBe(cause)
  })
})
