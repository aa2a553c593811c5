import { keptCopy } from '../storage/copyDatabase'
import { migrations } from '../storage/migrations'
import { everythingRemoved, programForgotten } from '../storage/removeAll'
import { openAsItIs, rawExport } from '../storage/rawExport'
import { saveFile } from '../ui/saveFile'
import { recovery as t } from '../words/enRecovery'

const database = 'parley'

/**
 * Shows what can be done where Parley cannot start, or at `#/recovery`. It is a script by itself, made of the page's own
 * elements, so that nothing that has failed is needed for it. `reason` is what the browser said, if anything failed.
 */
export function recoveryShown(reason?: string): void {
  const root = document.getElementById('root')
  const early = document.getElementById('early')
  const isRunning = !early && Boolean(root?.childElementCount)
  // It takes Enter for its own.
  early?.remove()
  document.getElementById('recovery')?.remove()
  // A dialog that is open keeps all else from being pressed, seen or not.
  for (const dialog of document.querySelectorAll('dialog')) if (dialog.open) dialog.close()
  const screen = build(reason, isRunning && reason === undefined)
  if (root) root.hidden = true
  document.body.append(screen)
  document.title = `${t.title} – ${t.name}`
  screen.querySelector('h1')?.focus()
  if (byHand())
    addEventListener('hashchange', () => byHand() || (isRunning ? back() : location.reload()), { once: true })
}

const byHand = () => location.hash === '#/recovery'

function build(reason: string | undefined, canGoBack: boolean): HTMLElement {
  const status = element('p', 'text-soft', t.looking)
  const told = element('p', 'text-soft')
  told.setAttribute('role', 'status')
  const say = (text: string) => (told.textContent = text)
  const attempt = (work: () => Promise<void>) => {
    work().catch((error: unknown) => say(t.failed(wordsOf(error))))
  }

  const keys = element('input', 'accent-accent')
  keys.type = 'checkbox'
  const withKeys = element('label', 'flex items-center gap-2')
  withKeys.append(keys, t.keys)

  const remove = button(t.remove, 'text-warn', () => {
    if (!confirm(t.removeAsk)) return
    attempt(async () => {
      await everythingRemoved(database)
      say(t.removed)
      leave()
    })
  })
  remove.disabled = true
  remove.title = t.removeFirst

  const save = button(t.export, 'font-semibold', () =>
    attempt(async () => {
      const { parts, records, unread, leftOut } = await rawExport(database, keys.checked, (count) =>
        say(t.exporting(count)),
      )
      saveFile(`parley-raw-${new Date().toISOString().slice(0, 10)}.json`, new Blob(parts))
      say(
        [
          t.exported(records),
          ...(unread ? [t.unread(unread)] : []),
          ...(leftOut.length ? [t.leftOut(leftOut)] : []),
        ].join(' '),
      )
      remove.disabled = false
      remove.removeAttribute('title')
    }),
  )
  const anew = button(t.anew, '', () => attempt(async () => programForgotten().then(leave)))

  const heading = element('h1', 'text-text font-semibold outline-none', t.title)
  heading.tabIndex = -1
  const page = element('main', 'mx-auto flex max-w-prose flex-col gap-6 px-6 py-10 text-chrome')
  page.append(
    heading,
    ...(reason === undefined
      ? []
      : [element('p', '', t.crashed), element('p', 'font-mono text-small text-warn', t.reason(reason))]),
    status,
    row(button(canGoBack ? t.back : t.reload, 'font-semibold', canGoBack ? () => history.back() : leave)),
    row(save, hint(t.exportHint), withKeys, hint(t.keysHint), told),
    row(
      button(t.safe, '', () => location.assign('./?safe')),
      hint(t.safeHint),
    ),
    ...(navigator.serviceWorker?.controller ? [row(anew, hint(t.anewHint))] : []),
    row(remove, hint(t.removeHint)),
  )
  describe(status).catch((error: unknown) => (status.textContent = t.unopened(wordsOf(error))))
  const screen = element('div', 'h-dvh overflow-auto bg-paper text-ink')
  screen.id = 'recovery'
  screen.append(page)
  return screen
}

async function describe(status: HTMLElement): Promise<void> {
  const kept = await openAsItIs(database)
  if (!kept) {
    status.textContent = t.nothing
    return
  }
  const count = async (store: string) => (kept.objectStoreNames.contains(store) ? kept.count(store) : 0)
  const words = [t.held(await count('conversations'), await count('messages'))]
  if (kept.version > migrations.length) words.push(t.newer)
  if (keptCopy(database)) words.push(t.copies)
  kept.close()
  status.textContent = words.join(' ')
}

/** The program is still running behind this screen: nothing is loaded again. */
function back() {
  document.getElementById('recovery')?.remove()
  const root = document.getElementById('root')
  if (root) root.hidden = false
}

/** The start page, loaded anew, whatever the address was. */
function leave() {
  history.replaceState(null, '', './')
  location.reload()
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, look: string, text = '') {
  const made = document.createElement(name)
  made.className = look
  made.textContent = text
  return made
}

function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = element(
    'button',
    `min-h-8 rounded-chip border border-line bg-paper px-3 hover:border-edge disabled:text-faint ${look}`,
    text,
  )
  made.type = 'button'
  made.addEventListener('click', press)
  return made
}

const hint = (text: string) => element('p', 'text-small text-faint', text)

function row(...parts: Node[]): HTMLElement {
  const made = element('div', 'flex flex-col items-start gap-2')
  made.append(...parts)
  return made
}
