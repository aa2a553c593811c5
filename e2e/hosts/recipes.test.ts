import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { headerPolicy } from '../../.ci/build/policy'
import { readHeaders } from './readHeaders'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8').trim()

const recipes = ['public/_headers', 'docs/deploy/nginx.conf', 'docs/deploy/Caddyfile']

test.each([
  ...recipes,
  'docs/deploy/Containerfile',
  'docs/deploy/sw.js',
  'docs/deploy/parley.config.example.json',
])('%s is quoted to the letter', (path) => {
  expect(read('docs/deploy.md')).toContain(read(path))
})

test.each(recipes)('%s sends the policy of the build', (path) => expect(read(path)).toContain(headerPolicy))

test('of a path all rules count that fit', () => {
  const headersOf = readHeaders('# words\n/*\n  A: 1\n  B: x: y\n/assets/*\n  C: 2\n/\n  D: 3\n')
  expect(headersOf('/')).toEqual({ A: '1', B: 'x: y', D: '3' })
  expect(headersOf('/assets/a.js')).toEqual({ A: '1', B: 'x: y', C: '2' })
})
