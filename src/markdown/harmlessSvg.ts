/** Elements that do, load or lead to something. */
const active = new Set(
  'script foreignObject iframe object embed image feImage animate animateMotion animateTransform set handler'
    .toLowerCase()
    .split(' '),
)

/** An address of anything but a place in the same picture, or an import of styles, written in whatever way. */
const elsewhere = /@import|url\(\s*["']?(?!["']?#)|image-set\(|src\(|\\/i

/**
 * A picture as it may be saved and opened anywhere: nothing in it runs, loads or leads elsewhere. Shown as an image
 * it could not do so anyway.
 *
 * @throws Error if it is none
 */
export function harmlessSvg(text: string, parser: DOMParser): string {
  const document = parser.parseFromString(text, 'image/svg+xml')
  const root = document.documentElement
  if (root.localName !== 'svg' || document.querySelector('parsererror'))
    throw new Error('That is no picture.')
  for (const element of document.querySelectorAll('*')) {
    if (active.has(element.localName.toLowerCase())) element.remove()
    else if (element.localName === 'style') {
      if (elsewhere.test(element.textContent)) element.remove()
    } else
      for (const { name, value } of Array.from(element.attributes))
        if (!isHarmless(name, value)) element.removeAttribute(name)
  }
  // Not what stands around it: an instruction could name a style of elsewhere.
  return new XMLSerializer().serializeToString(root)
}

function isHarmless(name: string, value: string): boolean {
  if (/^on/i.test(name)) return false
  if (/^(?:xlink:)?href$/i.test(name)) return value.startsWith('#')
  return !elsewhere.test(value)
}
