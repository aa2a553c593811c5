import { codeLinesOf } from './CodeLines'

const checked = 8

/**
 * The short way for code that grows: everything is itself but what could close the fence, so that it goes straight into
 * the block's lines.
 *
 * @param code the element that has the caret in it
 * @param shown the text that stands in the document
 * @param news what has come behind it
 * @returns whether it was put there; if not, nothing was touched
 */
export function appendCode(code: Element, shown: string, news: string): boolean {
  const lines = codeLinesOf(code)
  if (!lines?.growing || lines.code === '' || /[\r\0]/.test(news)) return false
  // The last line break waits for what follows it, as it does in a rendering.
  const held = shown.endsWith('\n') ? '\n' : ''
  if (!lines.code.endsWith(shown.slice(-checked, shown.length - held.length))) return false
  const line = shown.slice(shown.lastIndexOf('\n') + 1)
  if (mayClose(line + news, lines.fence)) return false
  const more = held + news
  lines.grow(more.endsWith('\n') ? more.slice(0, -1) : more)
  return true
}

/** Within quotes and lists each line begins with marks of theirs, which are not part of the code. */
function mayClose(text: string, fence: string | undefined): boolean {
  if (fence === undefined) return text.includes('\n') || !/^[\s>]*[^\s>`~]/.test(text)
  return new RegExp(`(?:^|\\n) {0,3}${fence}`).test(text)
}
