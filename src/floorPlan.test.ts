import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

/** The plan of README.md, which this test enforces: what each room may import, of the other rooms. */
const library = ['state', 'conversation', 'protocol', 'ui', 'words']
const thread = [...library, 'markdown', 'doctor']
const mayImport: Record<string, readonly string[]> = {
  protocol: [],
  words: [],
  ui: [],
  conversation: ['protocol'],
  guide: ['protocol'],
  local: ['protocol'],
  tokens: ['protocol'],
  code: ['protocol'],
  api: ['protocol', 'guide', 'local'],
  vault: [],
  links: ['conversation', 'protocol', 'vault'],
  files: ['conversation', 'protocol', 'links'],
  flights: ['protocol'],
  storage: ['conversation', 'protocol', 'vault'],
  search: ['storage', 'conversation', 'protocol'],
  state: [
    'protocol',
    'conversation',
    'guide',
    'local',
    'tokens',
    'code',
    'api',
    'links',
    'files',
    'flights',
    'storage',
    'search',
    'vault',
  ],
  markdown: ['ui', 'words'],
  doctor: ['state', 'conversation', 'ui', 'words'],
  library,
  thread,
  composer: library,
  parameters: library,
  workbench: [...thread, 'flights'],
  settings: [...library, 'doctor'],
}
const rooms = [...Object.keys(mayImport), 'app']
const roomsOf = (room: string) => mayImport[room] ?? rooms

/** The rooms on the side of the plan that knows no JSX. */
const plain = new Set([
  'protocol',
  'words',
  'conversation',
  'guide',
  'local',
  'tokens',
  'code',
  'api',
  'links',
  'files',
  'flights',
  'storage',
  'search',
  'vault',
  'state',
])
const drawn = rooms.filter((room) => !plain.has(room))

/** The one door of each dependency; what is not listed has none yet. The root is `main.tsx`. */
const root = 'main.tsx'
const doors: readonly [package_: RegExp, rooms: readonly string[]][] = [
  [/^react$/, ['state', ...drawn, root]],
  [/^react-dom(\/|$)/, ['ui', 'app', root]],
  [/^zustand(\/|$)/, ['state']],
  [/^@tanstack\//, ['state']],
  [/^idb$/, ['storage']],
  [/^eventsource-parser(\/|$)/, ['protocol']],
  [/^openai\//, ['protocol']],
  [/^minisearch$/, ['guide']],
  [/^diff$/, ['workbench']],
  [/^virtua$/, ['library', 'workbench']],
  [/^gpt-tokenizer(\/|$)/, ['tokens']],
  [/^@cfworker\/json-schema$/, ['markdown']],
  [
    /^(react-markdown|unified|(unist|mdast|hast)(-.+)?|micromark.*|remark-.+|rehype-.+|highlight\.js|temml|mermaid)(\/|$)/,
    ['markdown'],
  ],
]

/** The same for what the browser brings. */
const network = ['api', 'guide', 'local']
const browserDoors: Record<string, readonly string[]> = {
  fetch: network,
  XMLHttpRequest: network,
  EventSource: network,
  WebSocket: network,
  indexedDB: ['storage'],
  localStorage: ['storage'],
  sessionStorage: ['storage'],
  BroadcastChannel: ['storage'],
}
const globals = new Set(['window', 'globalThis', 'self'])

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/fixtures/')

interface Use {
  /** What is named in an import, a re-export, `import('…')` or a type. */
  imports: string[]
  /** Free names that are used as values, and what is taken from `window` and its like. */
  names: Set<string>
  hasJSX: boolean
}

type Node = { type: string } & Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** What a module uses, read from its syntax tree, so that comments and strings do not count. */
function usesOf(path: string, source: string): Use {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const use: Use = { imports: [], names: new Set(), hasJSX: false }
  const waiting: unknown[] = [program]
  for (const node of waiting) {
    if (Array.isArray(node)) waiting.push(...(node as unknown[]))
    if (!isNode(node)) continue
    if (node.type.startsWith('JSX')) use.hasJSX = true
    if (/^(Import|Export|TSImport)/.test(node.type) && isNode(node['source'])) {
      const { value } = node['source']
      // A computed address could lead anywhere, so there is none.
      use.imports.push(typeof value === 'string' ? value : '(computed)')
    }
    for (const name of namesIn(node)) use.names.add(name)
    for (const [field, child] of Object.entries(node)) if (!isLabel(node, field)) waiting.push(child)
  }
  return use
}

function namesIn(node: Node): string[] {
  if (node.type === 'Identifier') return [String(node['name'])]
  if (node.type !== 'MemberExpression') return []
  const { object, property } = node
  if (!isNode(object) || !isNode(property) || !globals.has(String(object['name']))) return []
  return [String(property['name'] ?? property['value'])]
}

/** Whether a field is only a word after a point or before a colon, or the name of a type. */
function isLabel(node: Node, field: string): boolean {
  const child = node[field]
  if (field === 'typeName' || field === 'exprName') return isNode(child) && child.type === 'Identifier'
  if (field === 'property') return node.type === 'MemberExpression' && !node['computed']
  return field === 'key' && !node['computed'] && !node['shorthand']
}

/** Everything about a file of `src/` that is not as planned, in words. */
function faultsOf(path: string, source = ''): string[] {
  const [room = '', ...inside] = path.split('/')
  return [
    ...placeFaults(path, room, inside),
    ...(/\.tsx?$/.test(path) ? sourceFaults(path, room, source) : []),
  ]
}

function placeFaults(path: string, room: string, inside: string[]): string[] {
  if (inside.length === 0)
    return ['main.tsx', 'index.css', 'README.md', 'floorPlan.test.ts', 'papers.test.ts'].includes(path)
      ? []
      : ['stands beside the rooms']
  const faults: string[] = []
  if (!rooms.includes(room)) faults.push(`${room} is no room`)
  if (/^index\.[cm]?[jt]sx?$/.test(inside.at(-1)!)) faults.push('is an index')
  const isDocument = room === 'guide' && inside[0] === 'documents' && path.endsWith('.md')
  const isFlat = inside.length === 1 || (inside.length === 2 && (isDocument || inside[0] === 'fixtures'))
  if (!isFlat) faults.push('stands in a folder inside its room')
  return faults
}

function sourceFaults(path: string, room: string, source: string): string[] {
  const { imports, names, hasJSX } = usesOf(path, source)
  const faults = imports.flatMap((wanted) => importFaults(path, room, wanted))
  if (plain.has(room) && (hasJSX || path.endsWith('.tsx'))) faults.push('has JSX on the side without')
  if (isTest(path)) return faults
  for (const name of names)
    if (Object.hasOwn(browserDoors, name) && !browserDoors[name]!.includes(room)) faults.push(`uses ${name}`)
  return faults
}

function importFaults(path: string, room: string, wanted: string): string[] {
  if (wanted === '(computed)') return ['imports what cannot be read here']
  const fault = [`may not import ${wanted}`]
  if (!wanted.startsWith('.')) return packageFaults(path, room, wanted) ? fault : []
  const from = path.split('/').slice(0, -1)
  const to = wanted.replace(/\?.*$/, '').split('/')
  for (const step of to)
    if (step === '..') {
      if (from.length === 0) return isTest(path) && /^(\.\.\/)+(e2e|\.ci\/build)\//.test(wanted) ? [] : fault
      from.pop()
    } else if (step !== '.') from.push(step)
  const target = from.join('/')
  const isIndex = from.length < 2 || /^index(\.|$)/.test(from.at(-1)!)
  const other = from[0]!
  if (target === 'index.css' && path === root) return []
  if (isIndex || !rooms.includes(other)) return fault
  if (from.includes('fixtures') && !isTest(path)) return fault
  return path === root || other === room || roomsOf(room).includes(other) ? [] : fault
}

function packageFaults(path: string, room: string, wanted: string): boolean {
  // Tests may look into whatever they want to compare with.
  if (isTest(path)) return false
  const door = doors.find(([package_]) => package_.test(wanted))
  return !door?.[1].includes(room)
}

const here = import.meta.dirname
const files = readdirSync(here, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(here, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  .toSorted()
const read = (path: string) => (/\.tsx?$/.test(path) ? readFileSync(join(here, path), 'utf8') : '')

describe('every file of src', () => {
  test('is seen', () => {
    expect(files).toContain('main.tsx')
    expect(files).toContain('protocol/wire.ts')
    expect(files.length).toBeGreaterThan(100)
  })

  test.each(files)('%s is as planned', (path) => {
    expect(faultsOf(path, read(path))).toEqual([])
  })

  test('the doors that the browser opens are seen in use', () => {
    const sources = files.filter((path) => !isTest(path)).map((path) => ({ path, source: read(path) }))
    const used = (name: string) =>
      sources
        .filter(({ path, source }) => source.includes(name) && usesOf(path, source).names.has(name))
        .map(({ path }) => path)
    expect(used('fetch')).toContain('api/fetchFor.ts')
    expect(used('localStorage')).toContain('storage/local.ts')
    expect(used('BroadcastChannel')).toContain('storage/otherTabs.ts')
  })
})

describe('a planted fault is found', () => {
  test.each([
    // Upward, sideways, through an index, past state.
    ['protocol/a.ts', "import { b } from '../conversation/b'", 'may not import ../conversation/b'],
    ['protocol/a.ts', "import type { B } from '../conversation/b'", 'may not import ../conversation/b'],
    ['conversation/a.ts', "export { b } from '../storage/b'", 'may not import ../storage/b'],
    ['conversation/a.ts', "export * from '../storage/b'", 'may not import ../storage/b'],
    ['guide/a.ts', "const b = () => import('../state/b')", 'may not import ../state/b'],
    ['guide/a.ts', 'const b = () => import(`../${where}/b`)', 'imports what cannot be read here'],
    ['storage/a.ts', "type B = import('../state/b').B", 'may not import ../state/b'],
    ['storage/a.ts', "let b: typeof import('../state/b')", 'may not import ../state/b'],
    ['storage/a.ts', "import '../state/b'", 'may not import ../state/b'],
    ['thread/a.ts', "import { b } from '../composer/b'", 'may not import ../composer/b'],
    ['thread/a.ts', "import type { B } from '../api/b'", 'may not import ../api/b'],
    ['library/a.ts', "import { b } from '../links/b'", 'may not import ../links/b'],
    ['settings/a.ts', "import { b } from '../storage/b'", 'may not import ../storage/b'],
    ['composer/a.tsx', "import { b } from '../markdown/b'", 'may not import ../markdown/b'],
    ['markdown/a.ts', "import { b } from '../state/b'", 'may not import ../state/b'],
    ['ui/a.ts', "import { t } from '../words/t'", 'may not import ../words/t'],
    ['words/a.ts', "import { b } from '../ui/b'", 'may not import ../ui/b'],
    ['thread/a.ts', "import { b } from './../api/b'", 'may not import ./../api/b'],
    ['state/a.ts', "import { t } from '../words/t'", 'may not import ../words/t'],
    ['api/a.ts', "import { t } from '../words/t'", 'may not import ../words/t'],
    ['state/a.ts', "import { b } from '../app/b'", 'may not import ../app/b'],
    ['state/a.test.ts', "import { b } from '../app/b'", 'may not import ../app/b'],
    ['state/a.ts', "import { b } from '../main'", 'may not import ../main'],
    ['state/a.ts', "import { b } from '../api'", 'may not import ../api'],
    ['state/a.ts', "import { b } from '../api/index'", 'may not import ../api/index'],
    ['state/a.ts', "import { b } from '.'", 'may not import .'],
    ['state/a.ts', "import { b } from '../../e2e/server/b'", 'may not import ../../e2e/server/b'],
    ['state/a.ts', "import { b } from './fixtures/b'", 'may not import ./fixtures/b'],
    // Dependencies and what the browser brings.
    ['thread/a.ts', "import { create } from 'zustand'", 'may not import zustand'],
    ['storage/a.ts', "import { create } from 'zustand/vanilla'", 'may not import zustand/vanilla'],
    [
      'parameters/a.ts',
      "import { useQuery } from '@tanstack/react-query'",
      'may not import @tanstack/react-query',
    ],
    ['state/a.ts', "import { openDB } from 'idb'", 'may not import idb'],
    ['thread/a.ts', "const load = () => import('react-markdown')", 'may not import react-markdown'],
    ['conversation/a.ts', "import { useState } from 'react'", 'may not import react'],
    ['ui/a.ts', "import { chunk } from 'lodash'", 'may not import lodash'],
    ['api/a.ts', "import { request } from 'node:http'", 'may not import node:http'],
    ['state/a.ts', "const answer = fetch('/')", 'uses fetch'],
    ['state/a.ts', "const answer = window.fetch('/')", 'uses fetch'],
    ['state/a.ts', "const answer = globalThis['fetch']('/')", 'uses fetch'],
    ['state/a.ts', 'const ask = { fetch }', 'uses fetch'],
    ['ui/a.ts', "new WebSocket('wss://a.example')", 'uses WebSocket'],
    ['state/a.ts', 'localStorage.clear()', 'uses localStorage'],
    ['app/a.ts', 'if (self.sessionStorage) run()', 'uses sessionStorage'],
    ['state/a.ts', "indexedDB.open('a')", 'uses indexedDB'],
    ['state/a.ts', "new BroadcastChannel('a')", 'uses BroadcastChannel'],
    // Places.
    ['state/a.tsx', 'export const a = 1', 'has JSX on the side without'],
    ['storage/a.tsx', 'export const a = <p />', 'has JSX on the side without'],
    ['state/index.ts', 'export const a = 1', 'is an index'],
    ['utils/a.ts', 'export const a = 1', 'utils is no room'],
    ['state/stores/a.ts', 'export const a = 1', 'stands in a folder inside its room'],
    ['guide/documents/a.ts', 'export const a = 1', 'stands in a folder inside its room'],
    ['guide/documents/more/a.md', '', 'stands in a folder inside its room'],
    ['thread/documents/a.md', '', 'stands in a folder inside its room'],
    ['helpers.ts', 'export const a = 1', 'stands beside the rooms'],
  ])('%s: %s', (path, source, fault) => {
    expect(faultsOf(path, source)).toContain(fault)
  })

  test.each([
    ['state/a.ts', "import type { B } from '../protocol/b'\nexport { c } from './c'"],
    ['api/a.ts', "const answer = fetch('/')\nconst guide = () => import('../guide/b')"],
    [
      'thread/a.tsx',
      "import { useState } from 'react'\nimport { t } from '../words/t'\nexport const a = <p>{t.b}</p>",
    ],
    ['app/a.tsx', "import { b } from '../thread/b'\nimport { c } from '../api/c'"],
    ['main.tsx', "import './index.css'\nimport { App } from './app/App'"],
    [
      'state/a.test.ts',
      "import 'fake-indexeddb/auto'\nimport { b } from '../../e2e/server/b'\nlocalStorage.clear()",
    ],
    ['state/a.ts', "// fetch('/') and localStorage\nconst a = 'import b from \"../app/b\"'"],
    ['state/a.ts', 'query.fetch()\nconst a = { fetch: 1 }\nlet b: typeof fetch'],
    ['guide/a.ts', "import text from './documents/a.md?raw'"],
    ['guide/documents/a.md', ''],
    ['protocol/fixtures/a.sse', ''],
  ])('and nothing else: %s: %s', (path, source) => {
    expect(faultsOf(path, source)).toEqual([])
  })
})
