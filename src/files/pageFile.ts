import { FileFault } from './FileFault'

/** Where a page holds the conversations that it shows, as a file of Parley's own. */
const begin = '<script type="application/json" id="parley-file">'
const end = '</script>'

/** A file of Parley's own as a part of a page. Nothing in it can end the script, whatever somebody wrote. */
export const asPagePart = (file: string): string =>
  `${begin}${file.replaceAll('<', String.raw`\u003c`)}${end}`

/** The file in a page that Parley has made. */
export function fileInPage(page: string): string {
  const from = page.lastIndexOf(begin)
  if (from < 0) throw new FileFault('unknown')
  const to = page.indexOf(end, from)
  if (to < 0) throw new FileFault('cut')
  return page.slice(from + begin.length, to)
}
