export interface FencedCode {
  language: string
  code: string
  closed: boolean
  /** The character that the fence is made of. */
  fence: string
}

/**
 * Reads a block that is one fenced code block and nothing else. Such a block is shown without the parser, so
 * that code which grows costs no more than its new letters; what is in the least unusual is left to the parser.
 */
export function readFence(source: string): FencedCode | undefined {
  const opening = /^(`{3,}|~{3,})([^\n\r`&\\]*)(?:\n|$)/.exec(source)
  if (!opening || source.includes('\r') || source.includes('\0')) return undefined
  const [line, bars = '', info = ''] = opening
  const fence = bars[0]!
  const language = /^[ \t]*([^ \t]*)/.exec(info)![1]!
  const rest = source.slice(line.length)
  const closing = new RegExp(`(?:^|\\n) {0,3}${bars}${fence}*[ \\t]*(?:\\n|$)`).exec(rest)
  if (!closing) return { language, code: withoutHalfFence(rest, fence), closed: false, fence }
  if (/[^ \t\n]/.test(rest.slice(closing.index + closing[0].length))) return undefined
  return { language, code: rest.slice(0, closing.index), closed: true, fence }
}

/** The last line may be the closing fence, half written: it would appear and vanish. */
function withoutHalfFence(code: string, marker: string): string {
  const lines = code.lastIndexOf('\n')
  const last = code.slice(lines + 1)
  if (last !== '' && last === marker.repeat(last.length)) return code.slice(0, Math.max(lines, 0))
  return code.endsWith('\n') ? code.slice(0, -1) : code
}
