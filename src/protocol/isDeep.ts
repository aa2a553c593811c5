/** Brackets inside one another; deeper than that no schema goes, and some readers would run out of stack. */
export const deepest = 200

/** Whether brackets stand inside one another in JSON beyond all measure, seen without opening any. */
export function isDeep(json: string, most = deepest): boolean {
  // A short text cannot be: that is most of them.
  if (json.length <= most) return false
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length && depth <= most; at++) {
    const letter = json[at]
    if (letter === '"') inText = !inText
    else if (inText) at += letter === '\\' ? 1 : 0
    else if (letter === '[' || letter === '{') depth += 1
    else if (letter === ']' || letter === '}') depth -= 1
  }
  return depth > most
}
