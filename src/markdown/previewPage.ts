const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
const head = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`

/** What acts by itself, or asks for something that no policy speaks of, such as the address of a host. */
const active = ['script', 'link', 'meta', 'base', 'iframe', 'frame', 'object', 'embed', 'template']
const tag = new RegExp(`<(?=/?(?:${active.join('|')})\\b)`, 'gi')
/** A text may be read otherwise once it has been written down, but few are twice. */
const rounds = 6

/** A page for a frame that lets nothing run: the text without what is of no use there, behind a policy of its own. */
export function previewPage(html: string, parser: DOMParser): string {
  let markup = html
  for (let round = 0; round < rounds; round++) {
    const before = markup
    markup = withoutActive(parser.parseFromString(`<!doctype html>${markup}`, 'text/html'))
    // Only what is written down as it was read is read in the frame as it was here.
    if (markup === before) return `${head}${markup}`
  }
  return `${head}<pre>${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`
}

function withoutActive(page: Document): string {
  for (const element of page.querySelectorAll(active.join())) element.remove()
  // The policy lets none of them lead anywhere; the frame would show that something was blocked.
  for (const link of page.querySelectorAll('[href]:not([href^="#"])')) {
    link.setAttribute('title', link.getAttribute('href') ?? '')
    link.removeAttribute('href')
  }
  // Such words are left in attributes, styles and comments. What looks ahead of the parser need not know that.
  return page.documentElement.outerHTML.replace(tag, '&lt;')
}
