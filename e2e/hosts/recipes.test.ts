import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { headerPolicy } from '../../.ci/build/policy'
import { readHeaders } from './readHeaders'

const placeOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const read = (path: string) => readFileSync(placeOf(path), 'utf8').trim()

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

test('all that the image copies is there', () => {
  const copied = [...read('docs/deploy/Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
  const paths = copied.flatMap(([, sources]) => sources!.split(' '))
  expect(paths).toContain('src')
  expect(paths.filter((path) => !existsSync(placeOf(path)))).toEqual([])
})

// Without one, Cloudflare answers with the page for whatever is not there, to be kept for a year among the assets.
test('hosts have a page for what is not there', () => {
  expect(existsSync(placeOf('public/404.html'))).toBe(true)
})

test('of a path all rules count that fit', () => {
  const headersOf = readHeaders('# words\n/*\n  A: 1\n  B: x: y\n/assets/*\n  C: 2\n/\n  D: 3\n')
  expect(headersOf('/')).toEqual({ A: '1', B: 'x: y', D: '3' })
  expect(headersOf('/assets/a.js')).toEqual({ A: '1', B: 'x: y', C: '2' })
})
