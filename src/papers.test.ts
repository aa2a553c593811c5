import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { program } from './flights/program'

type Manifest = Record<'dependencies' | 'devDependencies', Record<string, string>> & { version: string }

const here = import.meta.dirname
const plan = readFileSync(join(here, 'README.md'), 'utf8')
const manifest: Manifest = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8'))
const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]

/** The packages that README.md gives a reason for: what stands in the first column of its tables of dependencies. */
function packagesIn(text: string): string[] {
  const [, chapter = ''] = text.split(/^## Dependencies$/m)
  const [tables = ''] = chapter.split(/^## /m)
  const cells = [...tables.matchAll(/^\|([^|]+)\|/gm)]
  return cells.flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
}

test('the plan gives a reason for every package, once, and for no other', () => {
  expect(packagesIn(plan).toSorted()).toEqual(packages.toSorted())
})

test('the policy in docs/security.md is the one that hosts are given', () => {
  const read = (...path: string[]) => readFileSync(join(here, '..', ...path), 'utf8')
  const [, block = ''] = /```\n(default-src[^`]+)```/.exec(read('docs', 'security.md')) ?? []
  const [, header = ''] = /Content-Security-Policy: (.+)/.exec(read('public', '_headers')) ?? []
  expect(`${block.trim().replaceAll('\n', ' ')}; frame-ancestors 'none'`).toBe(header)
})

test('what stands elsewhere in the plan, or in a reason, is no row of it', () => {
  const rooms = '| room |\n| --- |\n| `ui` | x |\n'
  const table = '| package | why |\n| --- | --- |\n| `a`, `@b/c` | not `d` |\n'
  expect(packagesIn(`${rooms}\n## Dependencies\n\n${table}\n## Decisions\n\n${rooms}`)).toEqual(['a', '@b/c'])
})

test('a file says which version wrote it', () => {
  expect(program.version).toBe(manifest.version)
})
