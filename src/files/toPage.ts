import { type Message, textOf } from '../conversation/Message'
import { type Tree, siblingsOf, visiblePath } from '../conversation/Tree'
import { inputOf, nameOf } from '../protocol/toolCall'
import { asPagePart } from './pageFile'
import { pageStyle, pageStyleHash } from './pageStyle'
import { writeParleyFile } from './writeParleyFile'

/** The words of the page, and what makes markup of Markdown; `prefix` keeps the places of one text apart from others. */
export interface PageParts {
  render: (text: string, prefix: string) => Promise<string>
  words: {
    untitled: string
    about: (date: string, messages: number) => string
    parameters: string
    reasoning: string
    refusal: string
    muted: string
    calls: (name: string) => string
    answers: (id: string) => string
    part: (type: string) => string
    sibling: (place: number, of: number) => string
    ending: Record<Exclude<Message['status'], 'done'>, string>
    footer: string
  }
}

const policy = `default-src 'none'; style-src '${pageStyleHash}'; img-src data:; base-uri 'none'; form-action 'none'`

/**
 * Conversations as a page that opens anywhere, without script and without a network: what is seen of each, and the whole
 * of all as a file of Parley's own inside it. Whatever was written in them is text here, and leads nowhere by itself.
 */
export async function toPage(trees: readonly Tree[], parts: PageParts): Promise<string> {
  const { words } = parts
  const title = trees.length === 1 ? trees[0]!.conversation.title || words.untitled : 'Parley'
  const sections: string[] = []
  for (const [at, tree] of trees.entries()) sections.push(await sectionOf(tree, `c${at}`, parts))
  return `<!doctype html>
<html lang="${typeof document === 'undefined' ? 'en' : escaped(document.documentElement.lang || 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Parley">
<title>${escaped(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${sections.join('\n')}
<footer>${escaped(words.footer)}</footer>
</main>
${asPagePart(writeParleyFile(trees))}
</body>
</html>
`
}

async function sectionOf(tree: Tree, prefix: string, parts: PageParts): Promise<string> {
  const { words } = parts
  const { title, created, parameters, extraBody } = tree.conversation
  const path = visiblePath(tree)
  const articles: string[] = []
  for (const [at, message] of path.entries())
    articles.push(await articleOf(tree, message, `${prefix}m${at}-`, parts))
  const fields = { ...parameters, ...extraBody }
  return `<section>
<h1 dir="auto">${escaped(title || words.untitled)}</h1>
<p class="about">${escaped(words.about(new Date(created).toISOString().slice(0, 10), path.length))}</p>
${Object.keys(fields).length ? folded(words.parameters, `<pre><code>${escaped(JSON.stringify(fields, null, 2))}</code></pre>`) : ''}
${articles.join('\n')}
</section>`
}

async function articleOf(
  tree: Tree,
  message: Message,
  prefix: string,
  { render, words }: PageParts,
): Promise<string> {
  const { role, name, content, refusal, tool_calls, tool_call_id, status, run, muted } = message
  const reasoning = message.reasoning ?? message.reasoning_content
  const siblings = siblingsOf(tree, message)
  const about = [name, run?.model].filter(Boolean).join(' · ')
  const text = textOf(message)
  const others = typeof content === 'string' ? [] : content.filter((part) => part.text === undefined)
  const lines = [
    `<h2 dir="auto">${role}${about && ` <span>${escaped(about)}</span>`}</h2>`,
    reasoning && folded(words.reasoning, await render(reasoning, `${prefix}r-`)),
    // What people wrote is shown as it was sent; only an assistant's words are Markdown.
    text &&
      (role === 'assistant'
        ? await render(text, prefix)
        : `<div class="plain" dir="auto">${escaped(text)}</div>`),
    ...others.map((part) => pictureOf(part) ?? note(words.part(part.type))),
    refusal && `<blockquote dir="auto">${escaped(`${words.refusal} ${refusal}`)}</blockquote>`,
    ...(tool_calls ?? []).map(
      (call) => `${note(words.calls(nameOf(call)))}<pre><code>${escaped(inputOf(call))}</code></pre>`,
    ),
    tool_call_id && note(words.answers(tool_call_id)),
    muted && note(words.muted),
    siblings.length > 1 && note(words.sibling(siblings.indexOf(message.id) + 1, siblings.length)),
    status !== 'done' && `<p class="note warn">${escaped(words.ending[status])}</p>`,
  ]
  return `<article class="${role}${muted ? ' muted' : ''}">\n${lines.filter(Boolean).join('\n')}\n</article>`
}

const note = (text: string) => `<p class="note" dir="auto">${escaped(text)}</p>`
const folded = (summary: string, inside: string) =>
  `<details><summary>${escaped(summary)}</summary>\n${inside}\n</details>`

/** A picture that carries its own bytes; SVG is a document, and stays out. */
function pictureOf({ image_url: image }: { [field: string]: unknown }): string | undefined {
  const url = typeof image === 'object' && image !== null && 'url' in image ? image.url : undefined
  if (typeof url !== 'string' || !/^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=]+$/.test(url))
    return undefined
  return `<img src="${url}" alt="">`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!)
