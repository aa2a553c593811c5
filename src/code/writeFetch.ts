import { type CodeRequest, isStreamed } from './CodeRequest'
import { javascript, jsText } from './dialects'
import { indented, jsBefore, jsChunk, jsWhole } from './jsPrinting'
import { inLines } from './literal'

/** The request as a module that needs no package. */
export function writeFetch(request: CodeRequest): string {
  const { url, keyVariable, headers, query, body } = request
  const lines = [
    `const response = await fetch(${addressFor(url, query)}, {`,
    "  method: 'POST',",
    '  headers: {',
    "    'Content-Type': 'application/json',",
    ...(keyVariable ? [`    Authorization: \`Bearer \${process.env.${keyVariable}}\`,`] : []),
    ...headers.map(({ name, variable }) => `    ${javascript.key(name)}: process.env.${variable},`),
    '  },',
    `  body: JSON.stringify(${inLines(body, javascript, 1)}),`,
    '})',
    'if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)',
    '',
    ...(isStreamed(body)
      ? readStream(request)
      : ['const completion = await response.json()', ...jsWhole(request)]),
  ]
  return `${lines.join('\n')}\n`
}

/** The address, with what is read from variables behind it. */
const addressFor = (url: string, query: CodeRequest['query'] = []) =>
  query.reduce((text, { name, variable }, at) => {
    const mark = at > 0 || url.includes('?') ? '&' : '?'
    return `${text} + ${jsText(`${mark}${encodeURIComponent(name)}=`)} + encodeURIComponent(process.env.${variable})`
  }, jsText(url))

const readStream = (request: CodeRequest) => [
  ...jsBefore(request),
  "let rest = ''",
  'for await (const text of response.body.pipeThrough(new TextDecoderStream())) {',
  '  const lines = (rest + text).split(/\\r?\\n/)',
  '  rest = lines.pop()',
  '  for (const line of lines) {',
  "    const data = line.startsWith('data:') ? line.slice(5).trim() : ''",
  "    if (data === '' || data === '[DONE]') continue",
  '    const chunk = JSON.parse(data)',
  '    if (chunk.error) throw new Error(chunk.error.message)',
  ...indented(jsChunk(request), '    '),
  '  }',
  '}',
]
