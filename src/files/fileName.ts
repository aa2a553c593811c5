/** A name that every system takes, after a title or, without one, after the day. */
export function fileName(title: string, ending: string, now: number): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...new Intl.Segmenter().segment(plain)].slice(0, 60).map(({ segment }) => segment)
  return `${short.join('').trim() || `parley-${new Date(now).toISOString().slice(0, 10)}`}.${ending}`
}
