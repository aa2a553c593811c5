import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { command } from './command.mjs'
import { npm } from './npm.mjs'
import { systemInstall } from './systemInstall.mjs'

const { env, platform } = process

/** The path of a Chromium that runs, installed first where there is none. */
export async function browser() {
  return (await findBrowser()) ?? (await installBrowser())
}

async function findBrowser() {
  const chosen = env['CHROMIUM_PATH']
  if (chosen) {
    if (await runs(chosen)) return chosen
    throw new Error(
      `CHROMIUM_PATH is ${chosen}, which does not run. Correct it, or unset it to have a browser found.`,
    )
  }
  // A headless shell has no windows to draw, which halves the work.
  for (const path of [...onPath('chromium-headless-shell'), await playwrights(), ...usualPlaces()])
    if (path && (await runs(path))) return path
  return undefined
}

async function installBrowser() {
  console.log('No Chrome, Chromium or Edge here: installing Chromium, a few minutes …')
  for (const attempt of [playwrightInstall, systemInstall]) {
    await attempt()
    const found = await findBrowser()
    if (found) return found
  }
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge: install one, or set CHROMIUM_PATH to where it is, and run npm test again.',
  )
}

async function playwrights() {
  try {
    const { chromium } = await import('@playwright/test')
    return chromium.executablePath()
  } catch {
    return undefined
  }
}

const playwrightInstall = () =>
  npm(['exec', '--no', '--', 'playwright', 'install', 'chromium'], { minutes: 3 })

function usualPlaces() {
  if (platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  if (platform === 'win32') {
    const folders = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].filter(Boolean)
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)))
  }
  return onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge')
}

function onPath(...names) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Being there is not enough: Ubuntu has a stand-in without its snap, a download may lack libraries of the system. */
async function runs(path) {
  try {
    await access(path)
  } catch {
    return false
  }
  // On Windows `--version` would open a window instead of answering.
  if (platform === 'win32') return true
  const { code, output } = await command(path, ['--version'], { minutes: 0.5 })
  return code === 0 && /\d+\.\d+/.test(output)
}
