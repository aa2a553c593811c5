/** Models like to put JSON into a Markdown fence, also when nothing but JSON was asked for. */
export function unwrapFence(text: string): { json: string; fenced: boolean } {
  const opening = /^\s*```(?:json\w*)?[ \t]*\r?\n/i.exec(text)
  if (!opening) return { json: text, fenced: false }
  const inside = text.slice(opening[0].length).trimEnd()
  const json = inside.endsWith('```') ? inside.slice(0, -3).trimEnd() : inside
  return { json, fenced: true }
}
