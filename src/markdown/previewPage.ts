const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/** What acts by itself, or asks for something that no policy speaks of, such as the address of a host. */
const active = 'script, link, meta, base, iframe, frame, object, embed, template'

/** A page for a frame that lets nothing run: the text without what is of no use there, behind a policy of its own. */
export function previewPage(html: string, parser: DOMParser): string {
  const page = parser.parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll(active)) element.remove()
  // The policy lets none of them lead anywhere; the frame would show that something was blocked.
  for (const link of page.querySelectorAll('[href]:not([href^="#"])')) {
    link.setAttribute('title', link.getAttribute('href') ?? '')
    link.removeAttribute('href')
  }
  const said = page.createElement('meta')
  said.httpEquiv = 'Content-Security-Policy'
  said.content = policy
  const charset = page.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  page.head.prepend(charset, said)
  return `<!doctype html>${page.documentElement.outerHTML}`
}
