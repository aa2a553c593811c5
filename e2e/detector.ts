import type { BrowserContext, Page } from '@playwright/test'

/**
 * Stands in every frame before the page's own code, and writes down in `holes` what must never be: a script that ran or
 * was about to, an element or an address that could do something, at any moment, also one that is gone again.
 */
function standGuard() {
  // What runs in a sandbox without an origin is judged by what leaves it.
  const isFile = location.protocol === 'file:'
  if (self.origin === 'null' && !isFile) return
  const holes: string[] = []
  Object.defineProperty(globalThis, 'holes', { value: holes })
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'xss'])
    Object.defineProperty(globalThis, name, {
      value: (said: unknown) => void holes.push(`${name}(${String(said)}) was called`),
    })
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    holes.push(`the policy had to stop ${effectiveDirective} ${blockedURI} ${sample}`),
  )

  const active = /^(frame|object|embed|applet|portal|base|style|set|animate\w*|foreignobject|use)$/
  const raster = /^data:image\/(png|jpeg|gif|webp);base64,/
  const here = new URL('.', location.href).href
  const isOurs = (address: string) => new URL(address, location.href).href.startsWith(here)
  const fits: Record<string, (address: string, element: Element) => boolean> = {
    href: (address, { localName }) =>
      localName === 'link' ? isOurs(address) : /^(https?:|mailto:|tel:|#|blob:)/.test(address),
    src: (address, { localName }) =>
      isOurs(address) || (localName === 'img' && (address.startsWith('blob:') || raster.test(address))),
  }
  for (const name of [
    'srcdoc',
    'srcset',
    'action',
    'formaction',
    'data',
    'poster',
    'background',
    'ping',
    'xlink:href',
  ])
    fits[name] = () => false

  function look(element: Element) {
    const { localName } = element
    // In a page from the disk its own scripts, style and icon stand at the top; the policy knows them by their hashes.
    if (isFile && /^(script|style|link)$/.test(localName) && element.parentElement?.matches('head, body'))
      return
    const say = (fault: string) => holes.push(`${fault}: ${element.outerHTML.slice(0, 200)}`)
    if (active.test(localName)) say(`<${localName}> stands in the page`)
    if (localName === 'script' && !element.hasAttribute('src')) say('a script stands in the page')
    if (
      localName === 'meta' &&
      element.hasAttribute('http-equiv') &&
      element !== policy() &&
      !element.matches(quiet)
    )
      say('<meta> acts')
    if (localName === 'iframe' && !element.matches('.diagram-frame, .html-preview > iframe, [sandbox=""]'))
      say('a frame is open')
    for (const { name, value } of Array.from(element.attributes)) {
      if (name.startsWith('on')) say(`${name} stands in the page`)
      const framed = localName === 'iframe' && name === 'srcdoc'
      if (!framed && Object.hasOwn(fits, name) && !fits[name]!(value.trim(), element))
        say(`${name} leads astray`)
    }
  }
  const quiet = 'head > meta[http-equiv="x-dns-prefetch-control"][content="off"]'
  const policy = () => document.querySelector('meta[http-equiv="Content-Security-Policy"]')
  new MutationObserver((changes) => {
    for (const { target, addedNodes, attributeName } of changes) {
      if (attributeName && target instanceof Element) look(target)
      for (const node of addedNodes)
        if (node instanceof Element) for (const one of [node, ...node.querySelectorAll('*')]) look(one)
    }
  }).observe(document, { childList: true, subtree: true, attributes: true })
}

/** Sees what a page should never do, inside it and from outside; to be asked before its first address. */
export async function detect(page: Page, origins: readonly string[]): Promise<() => Promise<string[]>> {
  const context: BrowserContext = page.context()
  const seen: string[] = []
  const known = new Set(origins)
  await page.addInitScript(standGuard)
  const left = new Set<string>()
  context.on('request', (request) => {
    const address = request.url()
    if (/^(https?|wss?):/.test(address) && !known.has(new URL(address).origin)) left.add(address)
  })
  // The browser tells of those as well that a policy has stopped before they left.
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') left.delete(request.url())
  })
  context.on('page', (other) => other !== page && seen.push(`a window has opened at ${other.url()}`))
  page.on('dialog', (dialog) => {
    seen.push(`a dialog says ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('download', (download) => seen.push(`a download has begun: ${download.url()}`))
  page.on('framenavigated', (frame) => {
    const address = frame.url()
    const isPage = frame === page.mainFrame()
    if (isPage && !known.has(new URL(address).origin) && address !== 'about:blank')
      seen.push(`the page went to ${address}`)
  })
  return async () => [
    ...seen,
    ...Array.from(left, (address) => `a request left for ${address}`),
    ...(await page.evaluate((): string[] => Reflect.get(globalThis, 'holes'))),
  ]
}
