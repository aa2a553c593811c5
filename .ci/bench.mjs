import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { buildPages, contestants } from './bench/contestants.mjs'
import { report } from './bench/report.mjs'
import { costOfProbe, openTab } from './bench/watch.mjs'
import { workloads } from './bench/workloads.mjs'
import { browser } from './browser.mjs'
import { install } from './install.mjs'
import { npm } from './npm.mjs'
import { root } from './root.mjs'

/**
 * `npm run bench -- [--full] [--write] [--reps 3] [words of workload names]`: measures the build beside two other pages in one run,
 * interleaved, so that a change of the machine's mood hits all of them. `--write` puts the tables into
 * docs/performance.md.
 */
const words = process.argv.slice(2)
const flag = (name) => words.includes(name) && words.splice(words.indexOf(name), 1).length > 0
const [full, write] = [flag('--full'), flag('--write')]
const at = words.indexOf('--reps')
const reps = at < 0 ? 3 : Number(words.splice(at, 2)[1])
const wanted = workloads({ full }).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
)

await install()
const { code, output } = await npm(['run', '--silent', 'build'])
if (code !== 0) throw new Error(output)
const { chromium } = await import('@playwright/test')
const executablePath = await browser()

const child = fork(fileURLToPath(new URL('./bench/server.mjs', import.meta.url)), [
  JSON.stringify(await buildPages()),
])
const told = () => new Promise((resolve) => child.once('message', resolve))
const { port } = await told()
const origin = `http://127.0.0.1:${port}`
const server = () => {
  const answer = told()
  child.send('how far?')
  return answer
}

const results = []
for (let rep = 1; rep <= reps; rep++) {
  const idle = await openTab(chromium, executablePath)
  const perFrame = await costOfProbe(idle, origin)
  await idle.close()
  for (const { name: workload, run } of wanted)
    for (const name of Object.keys(contestants)) {
      const tab = await openTab(chromium, executablePath)
      const measured = await run({ tab, name, origin, server, perFrame })
      await tab.close()
      results.push({ workload, name, measured })
      console.log(
        `${rep}/${reps} ${workload} · ${name}: ${JSON.stringify(measured, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}`,
      )
    }
}
child.disconnect()

const tables = report(results)
console.log(`\n${tables}`)
if (write) {
  const file = join(root, 'docs/performance.md')
  const marks = ['<!-- results -->', '<!-- /results -->']
  const [before, , after] = readFileSync(file, 'utf8').split(new RegExp(marks.join('|')))
  writeFileSync(file, `${before}${marks[0]}\n\n${tables}\n\n${marks[1]}${after}`)
}
