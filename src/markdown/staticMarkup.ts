import { type ReactNode, createElement, isValidElement } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import { t } from '../words/rooms'
import { linkTarget } from './linkTarget'
import { mathAttributes } from './mathAttributes'
import { readFormula } from './readFormula'
import { syntax } from './renderOptions'
import { safeImage, safeUrl } from './safeUrl'
import { textOf } from './textOf'

/**
 * A text of Markdown as markup that needs no script, for a page of its own: by the same parser, the same rules for
 * addresses, and without HTML of the text's own. `prefix` keeps its places apart from those of other texts in the page.
 */
export async function staticMarkup(text: string, prefix: string): Promise<string> {
  const { renderFormula } = await import('./renderFormula')
  const math = ({ display, children }: { display?: string; children?: ReactNode }) => {
    const source = typeof children === 'string' ? children : ''
    try {
      return renderFormula(readFormula(source), display !== 'inline')
    } catch {
      return createElement('code', null, source)
    }
  }
  return markupOf(
    ReactMarkdown({
      children: text,
      remarkPlugins: syntax(),
      remarkRehypeOptions: { clobberPrefix: prefix },
      urlTransform: safeUrl,
      components: { ...components, math },
    }),
  )
}

const directed =
  (tag: string) =>
  ({ children }: { children?: ReactNode }) =>
    createElement(tag, { dir: 'auto' }, children)

/** A heading in a message ranks below those of the page. */
const components: Components = {
  p: directed('p'),
  h1: directed('h3'),
  h2: directed('h4'),
  h3: directed('h5'),
  h4: directed('h6'),
  h5: directed('h6'),
  h6: directed('h6'),
  th: ({ style, children }) => createElement('th', { dir: 'auto', 'data-align': style?.textAlign }, children),
  td: ({ style, children }) => createElement('td', { dir: 'auto', 'data-align': style?.textAlign }, children),
  a: ({ href = '', title, id, children, node }) => {
    if (!href) return children
    const target = linkTarget(href, node ? textOf(node) : '')
    const link = createElement('a', { href, title, id, rel: 'noopener noreferrer nofollow' }, children)
    return target?.isDisguised ? [link, ` ${t.markdown.leadsTo(target.host)}`] : link
  },
  // A picture from elsewhere would tell its host who reads this; its address can be opened.
  img: ({ src, alt = '' }) => {
    const image = typeof src === 'string' ? safeImage(src) : undefined
    if (image?.host === '') return createElement('img', { src: image.url, alt })
    const name = `[${alt || 'image'}]`
    return image ? createElement('a', { href: image.url, rel: 'noopener noreferrer nofollow' }, name) : name
  },
}

const isSafeName =
  /^(?:id|class|href|src|alt|title|rel|dir|start|type|checked|disabled|rowspan|colspan|(?:data|aria)-[a-z-]+)$/
const empty = new Set(['br', 'hr', 'img', 'input'])

/** Elements as text. What is not known to be harmless is left out, and everything that was written is escaped. */
function markupOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return escaped(String(node))
  if (Array.isArray(node)) return node.map(markupOf).join('')
  if (!isValidElement<Record<string, unknown>>(node)) return ''
  const { type, props } = node
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the components above are plain functions
  if (typeof type === 'function') return markupOf((type as (props: unknown) => ReactNode)(props))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- children are what the elements above were given
  const inside = markupOf(props['children'] as ReactNode)
  // What is neither is a fragment.
  if (typeof type !== 'string') return inside
  const attributes = Object.entries(props).map(([name, value]) => attributeOf(name, value))
  const tag = `<${type}${attributes.join('')}>`
  return empty.has(type) ? tag : `${tag}${inside}</${type}>`
}

function attributeOf(prop: string, value: unknown): string {
  const name = prop === 'className' ? 'class' : prop.toLowerCase()
  if (!isSafeName.test(name) && !mathAttributes.has(name)) return ''
  if (value === true) return ` ${name}=""`
  return typeof value === 'string' || typeof value === 'number' ? ` ${name}="${escaped(String(value))}"` : ''
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!)
