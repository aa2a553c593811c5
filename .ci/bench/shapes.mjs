/** Texts to stream, the same in every run. The last word of each is `end`, which the pages are watched for. */
export const end = 'zzzend'

const words =
  'the model reads a window of tokens and returns one more until it meets an end mark while the page keeps what it has'.split(
    ' ',
  )

/** A small generator of numbers (mulberry32), so that every run and every page gets the same text. */
function numbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function writer() {
  const random = numbers(7)
  const word = () => words[Math.floor(random() * words.length)]
  const phrase = (count) => Array.from({ length: count }, word).join(' ')
  const sentence = () => {
    const styles = [
      `**${phrase(2)}**`,
      `\`${word()}_${word()}\``,
      `*${phrase(2)}*`,
      `[${phrase(2)}](https://example.org/${word()})`,
      phrase(3),
      phrase(2),
    ]
    return `${phrase(6)} ${styles[Math.floor(random() * styles.length)]} ${phrase(5)}.`
  }
  const line = () => `const ${word()} = ${word()}(${word()}, ${Math.floor(random() * 90)}) // ${phrase(3)}`
  return { random, word, phrase, sentence, line }
}

const repeat = (count, make) => Array.from({ length: count }, (_, at) => make(at))

/** Each gives one more piece of its shape; `at` counts the pieces. */
const pieces = {
  mixed({ phrase, sentence, line }) {
    const table = () =>
      `| field | meaning |\n| --- | --: |\n${repeat(5, () => `| ${phrase(2)} | ${phrase(3)} |`).join('\n')}`
    const blocks = [
      () => `## ${phrase(4)}`,
      () => repeat(4, sentence).join(' '),
      () => repeat(5, (at) => `${at % 3 === 2 ? '  ' : ''}- ${sentence()}`).join('\n'),
      () => repeat(3, sentence).join(' '),
      () => `\`\`\`js\n${repeat(7, line).join('\n')}\n\`\`\``,
      table,
      () => repeat(4, (at) => `${at + 1}. ${sentence()}`).join('\n'),
      () => `> ${sentence()}`,
    ]
    return (at) => `${at > 0 ? '\n\n' : ''}${blocks[at % blocks.length]()}`
  },
  paragraph:
    ({ sentence }) =>
    (at) =>
      `${at > 0 ? ' ' : ''}${sentence()}`,
  code:
    ({ line }) =>
    (at) =>
      at > 0 ? `${line()}\n` : '```js\n',
  table:
    ({ phrase }) =>
    (at) =>
      at > 0 ? `| ${phrase(2)} | **${phrase(2)}** |\n` : '| one | two |\n| --- | --- |\n',
  list:
    ({ sentence }) =>
    (at) =>
      `${'  '.repeat([0, 1, 2, 3, 2, 1][at % 6])}- ${sentence()}\n`,
}

export const shapes = Object.keys(pieces)

/** About `count` tokens of a shape, each a few letters, as tokenisers cut them. */
export function tokensOf(shape, count) {
  const piece = pieces[shape](writer())
  const tokens = []
  for (let at = 0; tokens.length < count; at++)
    tokens.push(...piece(at).match(/\s*[\p{L}\p{N}]{1,6}|\s*[^\s\p{L}\p{N}]|\s+/gu))
  return [...tokens, `${shape === 'code' ? '' : '\n\n'}${end}\n`]
}

/** The messages of a long thread. */
export function threadOf(count) {
  const { sentence, phrase } = writer()
  const messages = repeat(count, (at) =>
    at % 2 === 0
      ? { role: 'user', content: `${phrase(9)}?` }
      : {
          role: 'assistant',
          content: `${repeat(3, sentence).join(' ')}\n\n- ${sentence()}\n- ${sentence()}`,
        },
  )
  messages.at(-1).content += `\n\n${end}`
  return messages
}
