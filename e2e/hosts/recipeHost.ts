import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Host } from './staticHost'

const recipe = (name: string) => fileURLToPath(new URL(`../../docs/deploy/${name}`, import.meta.url))

/** Where a program is, if it is installed; Debian keeps servers where only root looks. */
export function programNamed(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** nginx as `docs/deploy/nginx.conf` has it, on a port of its own and without the rights of root. */
export async function nginx(program: string, root: string, work: string): Promise<Host> {
  const port = await freePort()
  const server = readFileSync(recipe('nginx.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www;', `root ${root};`)
  writeFileSync(join(work, 'parley.conf'), server)
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const main = [
    'daemon off;',
    'worker_processes 1;',
    `pid ${work}/nginx.pid;`,
    'error_log stderr;',
    'events {}',
    'http {',
    'include /etc/nginx/mime.types;',
    'access_log off;',
    // A user that is not root may not write where nginx was built to.
    ...kinds.map((kind) => `${kind}_temp_path ${work}/${kind};`),
    `include ${work}/parley.conf;`,
    '}',
  ]
  writeFileSync(join(work, 'nginx.conf'), main.join('\n'))
  return started(spawn(program, ['-p', work, '-c', join(work, 'nginx.conf'), '-e', 'stderr']), port)
}

/** Caddy as `docs/deploy/Caddyfile` has it. */
export async function caddy(program: string, root: string, work: string): Promise<Host> {
  const port = await freePort()
  const env = {
    ...process.env,
    PARLEY_ADDRESS: `http://127.0.0.1:${port}`,
    PARLEY_ROOT: root,
    HOME: work,
    XDG_DATA_HOME: work,
    XDG_CONFIG_HOME: work,
  }
  return started(
    spawn(program, ['run', '--config', recipe('Caddyfile'), '--adapter', 'caddyfile'], { env }),
    port,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function started(child: ChildProcess, port: number): Promise<Host> {
  const origin = `http://127.0.0.1:${port}`
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`The host did not start:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    origin,
    close: () => {
      child.kill()
      return over
    },
  }
}

const answers = (origin: string) =>
  fetch(origin).then(
    () => true,
    () => false,
  )
