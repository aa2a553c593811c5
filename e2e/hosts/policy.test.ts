import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headerPolicy, policyOf } from '../../.ci/build/policy'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const policiesIn = (text: string) => text.match(/default-src 'none'; script-src 'self'[^"\n`]*/g) ?? []

test('every recipe for a host sends the policy that the page carries, and forbids framing', () => {
  for (const [path, count] of [
    ['public/_headers', 2],
    ['docs/deploy/nginx.conf', 1],
    ['docs/deploy/Caddyfile', 1],
  ] as const)
    expect(policiesIn(read(path)), path).toEqual(Array.from({ length: count }, () => headerPolicy))
  for (const policy of policiesIn(read('docs/deploy.md'))) expect(policy.trim()).toBe(headerPolicy)
  expect(headerPolicy).toBe(`${policyOf()}; frame-ancestors 'none'`)
})

test('the policy is as strict as a page of files can carry', () => {
  const directives = Object.fromEntries(
    policyOf()
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  )
  expect(directives).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
  })
  expect(policyOf()).not.toContain('unsafe')
})

test.each(['src/markdown/diagramPolicy.html', 'src/markdown/diagramSandbox.html'])(
  'what runs in %s has no network and no way out',
  (path) => {
    const [, policy = ''] = /content="(default-src [^"]+)"/.exec(read(path)) ?? []
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("base-uri 'none'; form-action 'none'")
    expect(policy).not.toMatch(/https?:|\*|'self'|blob:|connect-src|frame-src/)
  },
)
