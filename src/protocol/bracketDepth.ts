/**
 * How deep in one another the brackets of JSON stand, seen without opening any: where it was deepest, and where it ended. It stops
 * as soon as they stand deeper than `most`.
 */
export function bracketDepth(
  json: string,
  most = Infinity,
): { deepest: number; open: number; inText: boolean } {
  let open = 0
  let deepest = 0
  let inText = false
  for (let at = 0; at < json.length && deepest <= most; at++) {
    const letter = json[at]
    if (letter === '"') inText = !inText
    else if (inText) at += letter === '\\' ? 1 : 0
    else if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++open)
    else if (letter === ']' || letter === '}') open -= 1
  }
  return { deepest, open, inText }
}
