import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { root } from './root.mjs'

const onWindows = process.platform === 'win32'
const running = new Set()

/**
 * Runs a program to its end and gives its exit code and what it printed, or shows that at once when `live`.
 * A program that cannot be started, or that outlives its minutes, has a code other than 0 and says why. One that is
 * `gentle` lets others go first.
 */
export function command(file, args, { env = {}, minutes = 5, live = false, gentle = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      // A group of its own, so that all that it starts ends with it.
      detached: !onWindows,
      windowsHide: true,
    })
    if (gentle && child.pid !== undefined) letOthersFirst(child)
    let output = ''
    const keep = (text) => (output += text)
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)

    let late = false
    const limit = setTimeout(() => {
      late = true
      end(child)
    }, minutes * 60_000)

    const finish = (code) => {
      clearTimeout(limit)
      running.delete(child)
      if (running.size === 0) leaveSignals()
      if (late) output += `\nStopped after ${minutes} minutes.`
      // Some tools use colours whether or not somebody sees them.
      resolve({ code: late ? 1 : code, output: stripVTControlCharacters(output).trim() })
    }
    child.on('error', (error) => {
      keep(error.message)
      finish(1)
    })
    child.on('exit', (code) => {
      // What it started may outlive it and hold the pipes open: wait for the last words, but not for ever.
      const patience = setTimeout(() => finish(code ?? 1), 2_000)
      child.once('close', () => {
        clearTimeout(patience)
        finish(code ?? 1)
      })
    })

    if (running.size === 0) catchSignals()
    running.add(child)
  })
}

function letOthersFirst(child) {
  try {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Already gone, or not allowed here.
  }
}

function end(child) {
  if (child.pid === undefined) return
  if (onWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' })
    return
  }
  signal(child, 'SIGINT')
  setTimeout(() => signal(child, 'SIGKILL'), 5_000).unref()
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name)
  } catch {
    // Already gone.
  }
}

/** In groups of their own, the children do not hear Ctrl-C: pass it on, then leave as one who was interrupted. */
function stop() {
  leaveSignals()
  const last = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of running) end(child)
  const leave = () => process.exit(130)
  setTimeout(leave, 6_000)
  void Promise.all(last).then(leave)
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const catchSignals = () => signals.forEach((name) => process.on(name, stop))
const leaveSignals = () => signals.forEach((name) => process.off(name, stop))
