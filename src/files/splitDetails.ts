/** Open WebUI keeps what a model thought, and which tools it used, as folds of HTML within the text. */
const fold = /<details\s+type="(reasoning|tool_calls|code_interpreter)"[^>]*>([\s\S]*?)<\/details>\s*/g

/** The text of an answer without these folds, and what was thought. */
export function splitDetails(content: string): { text: string; reasoning: string } {
  const thoughts: string[] = []
  const text = content.replace(fold, (whole, kind: string, inside: string) => {
    // What a tool said cannot be sent as a result, since it lacks its call; it stays where it is.
    if (kind !== 'reasoning') return whole
    thoughts.push(plain(inside))
    return ''
  })
  return { text: text.trim(), reasoning: thoughts.filter(Boolean).join('\n\n') }
}

const signs: Record<string, string> = { gt: '>', lt: '<', amp: '&', quot: '"', '#39': "'", '#x27': "'" }

const plain = (html: string) =>
  html
    .replace(/<summary>[\s\S]*?<\/summary>/, '')
    .replace(/&(gt|lt|amp|quot|#39|#x27);/g, (_, name: string) => signs[name]!)
    .replace(/^> ?/gm, '')
    .trim()
