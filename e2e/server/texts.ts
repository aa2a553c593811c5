/** Markdown of all kinds. */
export const markdown = `# A heading

Some *emphasis*, some **strength**, some ~~regret~~, and \`code\` in a line. A [link](https://example.com/a?b=c).

## A list

- one
- two
  1. inner
  2. list
- [x] done
- [ ] not done

> A quotation
> over two lines.

| name | age |
| :--- | ---: |
| Ada | 36 |
| Grace | 85 |

\`\`\`python
def squares(limit):
    return [n * n for n in range(limit) if n % 2]
\`\`\`

\`\`\`
no language, <b>no</b> markup
\`\`\`

---

Euler: $e^{i\\pi} + 1 = 0$, and a footnote.[^1]

[^1]: Here it is.

###### The smallest heading

The last paragraph.
`

/** Scripts and joins that a cut in the wrong place would spoil. */
export const unicode = `Emoji: 🙂 👍🏽 👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇭 1️⃣

العربية: مرحبا بالعالم، كيف حالك اليوم؟

עברית: שלום עולם, מה שלומך?

中文：你好，世界。日本語：こんにちは。한국어: 안녕하세요.

Combining: é ñ ö Z͑̾a̴̡l̵g̶o, हिन्दी, ไทย, தமிழ்

Zero width: a\u200Bb\u200Dc\u2060d, and mixed: abc אבג def.
`

/** Text that would do harm if it were believed. \`collector\` is where a leak would arrive. */
export const hostile = (collector: string) => `<script>window.pwned = 'script'</script>

<img src="x" onerror="window.pwned = 'onerror'"> <svg onload="window.pwned = 'svg'"></svg>

<iframe srcdoc="<script>parent.pwned = 'frame'</script>"></iframe> <style>* { display: none }</style>

<meta http-equiv="refresh" content="0; url=${collector}/leak?by=meta"> <base href="${collector}/">

[a link](javascript:window.pwned='link') [another](JaVaScRiPt:window.pwned='case') [data](data:text/html,<script>alert(1)</script>)

[vbscript](vbscript:msgbox(1)) [tabs](java\tscript:window.pwned='tab') [entity](&#106;avascript:window.pwned='entity')

![remote](${collector}/leak.png?by=image) ![data](data:image/svg+xml,<svg onload=alert(1)>)

[look-alike](https://раураl.com/login) [https://example.com](${collector}/leak?by=text) <${collector}/auto>

<a href="javascript:window.pwned='anchor'">anchor</a> <form action="${collector}/leak"><button>Send</button></form>

\`\`\`html
<script>window.pwned = 'fence'</script>
\`\`\`

\`\`\`"><img src=x onerror=window.pwned='language'>
code
\`\`\`

Right to left: \u202Egnp.exe\u202C. The end.
`

export const person = { name: 'Ada Lovelace', age: 36, city: 'London' }

/** Code of so many lines, with strings and comments that go over several of them. */
export const code = (lines: number): string =>
  Array.from({ length: Math.ceil(lines / 8) }, (_, at) => [
    `/* Number ${at}, which`,
    '   goes on. */',
    `export function number${at}(word: string) {`,
    `  const text = \`${at}, \${word}`,
    '    and more`',
    `  return text.length > ${at} ? "yes" : null // or no`,
    '}',
    '',
  ])
    .flat()
    .slice(0, lines)
    .join('\n')
