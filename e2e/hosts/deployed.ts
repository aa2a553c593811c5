import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** A copy of the build that a test may change, inside a root for hosts, in the folder `base`. */
export function deployed(base: string) {
  const work = mkdtempSync(join(tmpdir(), 'parley-host-'))
  // nginx gives up the rights of root, if it has them.
  chmodSync(work, 0o755)
  const root = join(work, 'root')
  const folder = join(root, base)
  cpSync(dist, folder, { recursive: true })
  return { work, root, folder, remove: () => rmSync(work, { recursive: true, force: true }) }
}
