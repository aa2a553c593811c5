import { command } from './command.mjs'

const managers = [
  // Without its recommendations Debian's Chromium comes without a single font.
  {
    name: 'apt-get',
    steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']],
  },
  { name: 'dnf', steps: [['install', '-y', 'chromium']] },
  { name: 'pacman', steps: [['-Sy', '--noconfirm', 'chromium']] },
  { name: 'apk', steps: [['add', 'chromium']] },
]

/** Chromium from the system's packages, where that needs no password. Whether it worked is for the caller to see. */
export async function systemInstall() {
  if (process.platform !== 'linux') return
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n']
  const run = ([file, ...args], minutes) =>
    command(file, args, { minutes, env: { DEBIAN_FRONTEND: 'noninteractive' } })

  for (const { name, steps } of managers) {
    if ((await run([...sudo, name, '--version'], 0.5)).code !== 0) continue
    for (const step of steps) await run([...sudo, name, ...step], 4)
    return
  }
}
