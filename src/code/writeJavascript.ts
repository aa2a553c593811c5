import { type CodeRequest, isStreamed, officialURL } from './CodeRequest'
import { javascript, jsText } from './dialects'
import { indented, jsBefore, jsChunk, jsWhole } from './jsPrinting'
import { inLines, literal } from './literal'
import { splitQuery } from './splitQuery'

/** The request as a module that uses the package `openai`. */
export function writeJavascript(request: CodeRequest): string {
  const { body } = request
  const create = `await client.chat.completions.create(${inLines(body, javascript)})`
  const answer = isStreamed(body)
    ? [`const stream = ${create}`, '', ...jsBefore(request), 'for await (const chunk of stream) {']
        .concat(indented(jsChunk(request), '  '))
        .concat('}')
    : [`const completion = ${create}`, '', ...jsWhole(request)]
  return `import OpenAI from 'openai'\n\n${clientFor(request)}\n\n${answer.join('\n')}\n`
}

function clientFor({ baseURL, keyVariable, headers, query: secret = [] }: CodeRequest): string {
  const { address, query } = splitQuery(baseURL)
  const options = [
    ...(address === officialURL ? [] : [`baseURL: ${jsText(address)}`]),
    ...(secret.length
      ? [
          `defaultQuery: {\n${[...Object.entries(query ?? {}).map(plainLine), ...secret.map(headerLine)].join('\n')}\n  }`,
        ]
      : query
        ? [`defaultQuery: ${literal(query, javascript, 1)}`]
        : []),
    ...(keyVariable === 'OPENAI_API_KEY'
      ? []
      : [`apiKey: ${keyVariable ? `process.env.${keyVariable}` : "'none'"}`]),
    ...(headers.length ? [`defaultHeaders: {\n${headers.map(headerLine).join('\n')}\n  }`] : []),
  ]
  if (!options.length) return 'const client = new OpenAI()'
  return `const client = new OpenAI({\n${indented(options, '  ').join(',\n')},\n})`
}

const plainLine = ([name, value]: [string, string]) => `    ${javascript.key(name)}: ${jsText(value)},`

const headerLine = ({ name, variable }: { name: string; variable: string }) =>
  `    ${javascript.key(name)}: process.env.${variable},`
