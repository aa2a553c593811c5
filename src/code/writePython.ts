import { type CodeRequest, isStreamed, officialURL, printed } from './CodeRequest'
import { python } from './dialects'
import { indented } from './jsPrinting'
import { literal } from './literal'
import { isPythonField } from './pythonFields'
import { splitQuery } from './splitQuery'

/** The request as a script that uses the package `openai`. */
export function writePython(request: CodeRequest): string {
  const { body, keyVariable, headers, query = [] } = request
  const readsVariables =
    headers.length > 0 || query.length > 0 || (keyVariable !== undefined && keyVariable !== 'OPENAI_API_KEY')
  const hasModel = 'model' in body
  const create = `client.chat.completions.create(\n${fieldLines(body).join('\n')}\n)`
  const lines = [
    ...(readsVariables ? ['import os', ''] : []),
    `from openai import ${hasModel ? '' : 'NOT_GIVEN, '}OpenAI`,
    '',
    clientFor(request),
    '',
    ...(isStreamed(body)
      ? [`stream = ${create}`, '', ...chunkLines(request)]
      : [`completion = ${create}`, '', ...wholeLines(request)]),
  ]
  return `${lines.join('\n')}\n`
}

/** Named arguments where the package has them; anything else goes into the body beside them. */
function fieldLines(body: Record<string, unknown>): string[] {
  const entries = Object.entries(body)
  const own = entries.filter(([name]) => isPythonField(name))
  const others = entries.filter(([name]) => !isPythonField(name))
  return [
    // The package insists on a model; this is how it is not sent.
    ...('model' in body ? [] : ['    model=NOT_GIVEN,']),
    ...own.map(([name, value]) => `    ${name}=${literal(value, python, 1)},`),
    ...(others.length ? [`    extra_body=${literal(Object.fromEntries(others), python, 1)},`] : []),
  ]
}

function clientFor({ baseURL, keyVariable, headers, query: secret = [] }: CodeRequest): string {
  const { address, query } = splitQuery(baseURL)
  const key = keyVariable ? `os.environ["${keyVariable}"]` : '"none"'
  const options = [
    ...(address === officialURL ? [] : [`base_url=${python.text(address)}`]),
    ...(secret.length
      ? [
          `default_query={\n${[...Object.entries(query ?? {}).map(plainLine), ...secret.map(headerLine)].join('\n')}\n    }`,
        ]
      : query
        ? [`default_query=${literal(query, python, 1)}`]
        : []),
    ...(keyVariable === 'OPENAI_API_KEY' ? [] : [`api_key=${key}`]),
    ...(headers.length ? [`default_headers={\n${headers.map(headerLine).join('\n')}\n    }`] : []),
  ]
  if (!options.length) return 'client = OpenAI()'
  return `client = OpenAI(\n${indented(options, '    ').join(',\n')},\n)`
}

const plainLine = ([name, value]: [string, string]) => `        ${python.text(name)}: ${python.text(value)},`

const headerLine = ({ name, variable }: { name: string; variable: string }) =>
  `        ${python.text(name)}: os.environ["${variable}"],`

const thought = (from: string) =>
  `getattr(${from}, "reasoning_content", None) or getattr(${from}, "reasoning", None)`

function chunkLines(request: CodeRequest): string[] {
  const { choices, calls, reasoning, usage } = printed(request)
  return [
    ...(choices ? ['last = None'] : []),
    'for chunk in stream:',
    '    for choice in chunk.choices:',
    '        delta = choice.delta',
    ...(choices
      ? [
          '        if choice.index != last:',
          '            last = choice.index',
          '            print(f"\\n[{last}] ", end="")',
        ]
      : []),
    ...(reasoning ? [`        print(${thought('delta')} or "", end="", flush=True)`] : []),
    '        print(delta.content or "", end="", flush=True)',
    ...(calls
      ? [
          '        for call in delta.tool_calls or []:',
          '            if call.function:',
          '                print(call.function.name or "", call.function.arguments or "", end="", flush=True)',
        ]
      : []),
    ...(usage ? ['    if chunk.usage:', '        print("\\n", chunk.usage)'] : []),
  ]
}

function wholeLines(request: CodeRequest): string[] {
  const { choices, calls, reasoning } = printed(request)
  return [
    'for choice in completion.choices:',
    '    message = choice.message',
    ...(choices ? ['    print(f"[{choice.index}]")'] : []),
    ...(reasoning
      ? [`    reasoning = ${thought('message')}`, '    if reasoning:', '        print(reasoning)']
      : []),
    ...(calls
      ? ['    if message.content:', '        print(message.content)']
      : ['    print(message.content)']),
    ...(calls
      ? [
          '    for call in message.tool_calls or []:',
          '        if call.type == "function":',
          '            print(call.function.name, call.function.arguments)',
        ]
      : []),
    'print(completion.usage)',
  ]
}
