import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browser } from './browser.mjs'
import { countPlaywright, countVitest, settle } from './count.mjs'
import { install } from './install.mjs'
import { lockFileProblems } from './lockFile.mjs'
import { npm } from './npm.mjs'
import { root } from './root.mjs'
import { summary } from './summary.mjs'

/** Each step gives `{ passed, failed, output }`. Those of one row run together; two at a time fill two cores. */
const rows = [
  [['lock file', lockFile]],
  [['install', dependencies]],
  [
    ['types', () => check('types')],
    ['build', () => check('build')],
  ],
  [
    ['lint', () => check('lint')],
    ['format', () => check('format:check')],
  ],
  // After the build, so that tests may look at it. Those in the browser often wait, which leaves room for the others.
  [
    ['unit', unit],
    ['browser', browserTests],
  ],
]

const reports = mkdtempSync(join(tmpdir(), 'parley-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

const order = rows.flat().map(([name]) => name)
const results = new Map()
const wanted = selection(process.argv.slice(2))
for (const row of rows)
  await Promise.all(row.filter(([name]) => wanted(name)).map(([name, step]) => take(name, step)))

const { table, verdict, failed } = summary(order.filter(wanted).map((name) => [name, results.get(name)]))
console.log(`\n${table}\n\n${verdict}`)
process.exitCode = failed > 0 ? 1 : 0

/** All steps, or those named on the command line together with what they need. */
function selection(names) {
  const unknown = names.filter((name) => !order.includes(name))
  if (unknown.length > 0) {
    console.error(`There is no step called ${unknown.join(' or ')}. The steps are: ${order.join(', ')}.`)
    process.exit(1)
  }
  const needed = new Set(['install', ...names])
  if (needed.has('unit') || needed.has('browser')) needed.add('build')
  return (name) => names.length === 0 || needed.has(name)
}

async function take(name, step) {
  const start = performance.now()
  const result = await attempt(name, step)
  const seconds = (performance.now() - start) / 1000
  results.set(name, { ...result, seconds })
  if (result.failed === 0) console.log(`✓ ${name}`)
  else if (result.output !== undefined) console.log(`✗ ${name}\n${result.output}\n`)
}

async function attempt(name, step) {
  const needs = name === 'browser' ? ['install', 'build'] : ['install']
  const missing = needs.find((need) => results.get(need)?.failed)
  if (missing) return { passed: 0, failed: 1, note: `not tried without ${missing}` }
  try {
    return await step()
  } catch (error) {
    return { passed: 0, failed: 1, output: error.message }
  }
}

function lockFile() {
  const [lock, manifest] = ['package-lock.json', 'package.json'].map((name) => readJson(join(root, name)))
  const problems = lockFileProblems(lock, manifest)
  return {
    passed: problems.length === 0 ? 1 : 0,
    failed: problems.length === 0 ? 0 : 1,
    output: problems.join('\n'),
  }
}

async function dependencies() {
  await install()
  return { passed: 0, failed: 0 }
}

async function check(script) {
  const { code, output } = await npm(['run', '--silent', script])
  return { ...settle({ passed: code === 0 ? 1 : 0 }, code), output }
}

async function unit() {
  const report = join(reports, 'unit.json')
  const options = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--allowOnly=false',
  ]
  // The browser goes first: what is left over is enough.
  const { code, output } = await npm(['run', '--silent', 'test:unit', '--', ...options], {
    gentle: true,
    minutes: 20,
  })
  return { ...settle(counted(countVitest, report), code), output }
}

async function browserTests() {
  const report = join(reports, 'browser.json')
  const env = {
    CHROMIUM_PATH: await browser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    // Lines that stay as they are, since the other step may say something between them.
    PLAYWRIGHT_FORCE_TTY: '0',
  }
  const options = ['--project=chromium', '--reporter=list,json', '--forbid-only']
  // The longest step: its progress is shown as it comes.
  const { code, output } = await npm(['run', '--silent', 'test:e2e', '--', ...options], {
    env,
    minutes: 20,
    live: true,
  })
  return { ...settle(counted(countPlaywright, report), code), output }
}

/** A runner that crashed leaves no report, or half of one. */
function counted(count, report) {
  try {
    return count(readJson(report))
  } catch {
    return {}
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
