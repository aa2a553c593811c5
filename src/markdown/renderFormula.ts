import { createElement, type ReactNode } from 'react'
import temml from 'temml'
import { mathAttributes } from './mathAttributes'

/** What a formula may cost, whoever wrote it: letters, elements, and how deep they stand in one another. */
const longest = 5000
const most = 20_000
const deepest = 100
/** Definitions multiply: their work is bounded by how long they may be, and by how often something is expanded then. */
const longestDefining = 1000
const defines = (tex: string) => /\\(?:[egx]?def|let|future|(?:re)?new|provide)/.test(tex)
const expansions = (tex: string) => (defines(tex) ? Math.min(150, Math.floor(20_000 / tex.length)) : 1000)

const elements = new Set(
  (
    'math mrow mi mn mo ms mtext mspace mstyle mfrac msqrt mroot msub msup msubsup munder mover munderover ' +
    'mmultiscripts mprescripts none mtable mtr mtd mlabeledtr menclose mpadded mphantom'
  ).split(' '),
)

/** The part of a node of Temml's that is looked at. */
interface TemmlNode {
  type?: string
  text?: string
  attributes?: Record<string, unknown>
  classes?: string[]
  style?: Record<string, string>
  children?: TemmlNode[]
}

/**
 * TeX as MathML: elements and attributes by lists, no addresses, no ids.
 *
 * @throws an error with a sentence about what is wrong with the formula
 */
export function renderFormula(tex: string, display: boolean): ReactNode {
  if (tex.length > (defines(tex) ? longestDefining : longest)) throw new Error('too long')
  // The one way to its tree: the others write markup, or elements past React.
  // oxlint-disable-next-line no-underscore-dangle
  const tree: TemmlNode = temml.__renderToMathMLTree(tex, {
    displayMode: display,
    throwOnError: true,
    trust: false,
    maxExpand: expansions(tex),
    maxSize: [40, 400],
  })
  return elementOf(tree, 0, { left: most }, 0)
}

function elementOf(node: TemmlNode, key: number, budget: { left: number }, depth: number): ReactNode {
  if (budget.left-- === 0 || depth > deepest) throw new Error('too large')
  if (node.text !== undefined) return node.text
  const children = node.children?.map((child, index) => elementOf(child, index, budget, depth + 1)) ?? []
  const { type } = node
  // What has no type only holds others. An element that is not MathML's own would hide them all in Safari.
  if (type === undefined || !elements.has(type)) return children
  const props: Record<string, unknown> = { key }
  for (const [name, value] of Object.entries(node.attributes ?? {}))
    if (mathAttributes.has(name)) props[name] = String(value)
  const className = node.classes?.filter(Boolean).join(' ')
  if (className) props['className'] = className
  if (node.style && Object.keys(node.style).length > 0) props['style'] = camelCased(node.style)
  return createElement(type, props, ...children)
}

const camelCased = (style: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(style).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
