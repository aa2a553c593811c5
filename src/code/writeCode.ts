import type { CodeLanguage, CodeRequest } from './CodeRequest'
import { writeCurl } from './writeCurl'
import { writeFetch } from './writeFetch'
import { writeJavascript } from './writeJavascript'
import { writePython } from './writePython'

const writers: Record<CodeLanguage, (request: CodeRequest) => string> = {
  javascript: writeJavascript,
  fetch: writeFetch,
  python: writePython,
  curl: writeCurl,
}

const marks: Record<CodeLanguage, string> = { javascript: '//', fetch: '//', python: '#', curl: '#' }

/** A request as a program that sends exactly its body and prints what comes back; `comment` stands above it. */
export function writeCode(language: CodeLanguage, request: CodeRequest, comment?: string): string {
  const above = comment ? `${marks[language]} ${comment.replace(/\s+/g, ' ')}\n` : ''
  return above + writers[language](request)
}
