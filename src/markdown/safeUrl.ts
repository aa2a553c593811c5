const linkProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const imageData = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i

function protocolOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).protocol : undefined
}

/** A link leads to the web, to a mailbox, to a telephone, or to a place in the same message: nowhere else. */
export function safeLink(url: string): string | undefined {
  if (url.startsWith('#')) return url
  const protocol = protocolOf(url)
  return protocol && linkProtocols.has(protocol) ? url : undefined
}

/** Pictures that carry their own bytes are shown; SVG is left out, because it is a document, not a picture. */
export function safeImage(url: string): { url: string; host: string } | undefined {
  if (imageData.test(url)) return { url, host: '' }
  const protocol = protocolOf(url)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  return { url, host: new URL(url).host }
}

/** For react-markdown: what is not safe loses its address, and the components show the text that is left. */
export function safeUrl(url: string, key: string): string {
  if (key === 'src') return safeImage(url)?.url ?? ''
  return safeLink(url) ?? ''
}
