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

/** A request as a program that sends exactly its body and prints what comes back. */
export const writeCode = (language: CodeLanguage, request: CodeRequest): string => writers[language](request)
