interface SplitRequest {
  /** What is to be done. */
  instruction: string
  /** What it is to be done with. */
  text: string
}

const ways = [
  /```\w*\n?([\s\S]+?)```/,
  /"""([\s\S]+?)"""/,
  /[:\n]\s*"([\s\S]+)"/,
  /[:\n]\s*“([\s\S]+)”/,
  /[:\n]\s*«([\s\S]+)»/,
  /[:\n]\s*['‘]([\s\S]+)['’](?=[\s.]|$)/,
  /"([^"]*\s[^"]*\s[^"]*)"/,
  /“([^”]*\s[^”]*\s[^”]*)”/,
  /\b(?:from|in|text|sentence|paragraph|message|input|following|here|json|object)[^:."\n]{0,40}:\s*([\s\S]+)/i,
  /\n\s*\n([\s\S]+)/,
  /\bfrom\s+(?!this\b|the (?:following|text|sentence)|following\b|here\b|it\b)([\s\S]+)/i,
]

/** A closing sentence such as "Return JSON." belongs to the instruction, wherever it stands. */
const demand =
  /(?:^|(?<=[.!?"”\n]\s*))(?:please\s+)?(?:return|respond|answer|reply|output|give|use|format|write|only|as)\b[^.!?\n]*\bjson\b[^.!?\n]*[.!?]?/gi

/** A message without what it says about the form of the answer. */
export const withoutDemand = (message: string): string =>
  message.replaceAll(demand, ' ').replace(/(?<=[.!?]\s*)(?:(?:in|as)\s+)?json(?:,? please)?[.!]?\s*$/i, ' ')

/** Tells the text that is to be read from the instruction around it, as people set it off. */
export function splitRequest(message: string): SplitRequest {
  const plain = message.replaceAll(/\{[^{}]*:[^{}]*\}/g, (template) => ' '.repeat(template.length))
  for (const way of ways) {
    const found = way.exec(plain)?.[1]?.replaceAll(demand, ' ').trim()
    if (found) return { instruction: message.replace(found, ' '), text: found }
  }
  const sentences = plain.split(/(?<=[.!?])\s+|\n+/)
  const isDemand = (sentence: string) =>
    /\bjson\b/i.test(sentence) || /^(?:please )?(?:extract|parse|identify|return|find)\b/i.test(sentence)
  return {
    instruction: sentences.filter(isDemand).join(' '),
    text: sentences
      .filter((sentence) => !isDemand(sentence))
      .join(' ')
      .trim(),
  }
}
