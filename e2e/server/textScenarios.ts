import { textChoice } from './choice'
import { textOf } from './plainScenarios'
import { replySteps } from './reply'
import type { Call, Scenario } from './Scenario'
import { code, hostile, markdown, person, unicode } from './texts'

const says = (text: (call: Call) => string): Scenario => ({
  steps: (call) => replySteps(call, [textChoice(call, text(call))]),
})

/** The answers that the documentation's three examples hope for. */
const documented = ({ body: { messages, response_format } }: Call): string =>
  response_format?.type === 'json_object'
    ? JSON.stringify({ name: 'John Smith', age: 35, city: 'Seattle' })
    : `An answer to **${messages
        .filter(({ role }) => role === 'user')
        .map(textOf)
        .join(' ')}**`

/** People in a list; of number `wrong`, from 0, the age is a text. */
function people({ options }: Call): string {
  const wrong = options.number('wrong', -1)
  const all = Array.from({ length: options.number('rows', 2) }, (_, at) => ({
    name: `Person ${at}`,
    age: at === wrong ? `${20 + at}` : 20 + at,
  }))
  return JSON.stringify({ people: all })
}

const pretty = JSON.stringify(person, null, 2)

/** Answers that differ by what they say. */
export const textScenarios = {
  'gpt-4o-mini': says(documented),
  markdown: says(() => markdown),
  'open-fence': says(() => 'Here is the code:\n\n```python\nfor n in range(3):\n    print(n)\n'),
  code: {
    ...says(({ options }) => `\`\`\`ts\n${code(options.number('lines', 24))}\n\`\`\`\n`),
    options: ['lines'],
  },
  unicode: says(() => unicode),
  hostile: says(({ otherOrigin }) => hostile(otherOrigin)),
  'json-valid': says(() => JSON.stringify(person)),
  'json-invalid': says(() => pretty.replace(/\n\}$/, ',\n}')),
  'json-fenced': says(() => `Here it is:\n\n\`\`\`json\n${pretty}\n\`\`\``),
  'json-cut': {
    steps: (call) =>
      replySteps(call, [{ ...textChoice(call, pretty.slice(0, -12)), finish_reason: 'length' }]),
  },
  'json-people': { ...says(people), options: ['rows', 'wrong'] },
} satisfies Record<string, Scenario>
