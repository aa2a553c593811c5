import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { openAddress } from './openAddress.mjs'
import { freePort, host } from './port.mjs'
import { root } from './root.mjs'

// Always the same, because a browser keeps the conversations by address, port included.
const home = 4173

try {
  await start()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

async function start() {
  await install()
  const { build, preview } = await import('vite')
  await build({ root, logLevel: 'warn' })

  const there = await whatAnswers(addressOf(home))
  if (there === 'this build') {
    show(`Parley is running already: ${addressOf(home)}`, addressOf(home))
    return
  }

  const port = await freePort(home)
  await preview({ root, logLevel: 'warn', preview: { host, port, strictPort: true, open: false } })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(0))

  if (port !== home)
    console.log(`Port ${home} is taken by ${there}; conversations kept there are not shown at port ${port}.`)
  show(`Parley is at ${addressOf(port)} (Ctrl-C to stop)`, addressOf(port))
}

function addressOf(port) {
  return `http://${host}:${port}/`
}

function show(sentence, address) {
  console.log(sentence)
  if (!process.argv.includes('--no-open')) openAddress(address)
}

/** A preview reads `dist` anew for each request, so the same page means the same build, now fresh. */
async function whatAnswers(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) })
    const page = await response.text()
    if (page === readFileSync(join(root, 'dist', 'index.html'), 'utf8')) return 'this build'
    return page.includes('<title>Parley</title>') ? 'another copy of Parley' : 'another program'
  } catch {
    return 'another program'
  }
}
