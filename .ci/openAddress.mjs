import { spawn } from 'node:child_process'

/** The program that opens an address here, or nothing where no browser would appear before the reader. */
function opener(address, { platform = process.platform, env = process.env } = {}) {
  const elsewhere = env['CI'] || env['SSH_CONNECTION'] || env['SSH_TTY']
  if (elsewhere || env['BROWSER'] === 'none') return undefined
  if (platform === 'darwin') return ['open', address]
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : undefined
}

/** The address is printed anyway, so a browser that does not open is no error. */
export function openAddress(address) {
  const found = opener(address)
  if (!found) return
  const [file, ...args] = found
  const options = { stdio: 'ignore', detached: true, windowsHide: true, windowsVerbatimArguments: true }
  const child = spawn(file, args, options)
  child.on('error', () => {})
  child.unref()
}
