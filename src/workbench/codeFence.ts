import type { CodeLanguage } from '../state/requestCode'

export const fileNames: Record<CodeLanguage, string> = {
  javascript: 'request.mjs',
  fetch: 'request.mjs',
  python: 'request.py',
  curl: 'request.sh',
}

const names: Record<CodeLanguage, string> = {
  javascript: 'js',
  fetch: 'js',
  python: 'python',
  curl: 'bash',
}

/** Code as a block of Markdown, which nothing in it can end. */
export function fenced(language: CodeLanguage, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${names[language]}\n${code}${code.endsWith('\n') ? '' : '\n'}${fence}`
}
