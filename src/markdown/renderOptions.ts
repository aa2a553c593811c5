import type { ElementContent, Root as HastRoot } from 'hast'
import type { Nodes, Root } from 'mdast'
import type { Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import type { PluggableList } from 'unified'
import { formulas } from './formulas'

type Handlers = NonNullable<NonNullable<Options['remarkRehypeOptions']>['handlers']>
type Handler = NonNullable<Handlers['root']>

/** What is read beyond CommonMark. */
export const syntax = (growing = false): PluggableList => [remarkGfm, [formulas, { growing }]]

/** For react-markdown: a part of a text, rendered as if all the text before it were there. */
export function partOptions(calls: string): Options {
  return {
    rehypePlugins: [withoutFootnotes],
    remarkRehypeOptions: { handlers: { root: goOnFrom(calls) } },
  }
}

/** For react-markdown: all the footnotes of a text, and nothing else of what their source holds. */
export function footnoteOptions(calls: string): Options {
  return {
    remarkPlugins: [...syntax(), onlyDefinitions],
    remarkRehypeOptions: { handlers: { root: goOnFrom(calls) } },
  }
}

/** As the handler of `mdast-util-to-hast`, but with the footnotes that were called before. */
function goOnFrom(calls: string): Handler {
  return (state, node: Root) => {
    for (const call of calls.split(' ').filter(Boolean)) {
      const id = call.toUpperCase()
      const count = state.footnoteCounts.get(id) ?? 0
      if (count === 0) state.footnoteOrder.push(id)
      state.footnoteCounts.set(id, count + 1)
    }
    const root: HastRoot = { type: 'root', children: state.wrap(state.all(node), false) }
    state.patch(node, root)
    // The type leaves out the one node that has no parent, whose handler returns a root.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return root as unknown as ElementContent
  }
}

function withoutFootnotes() {
  return (tree: HastRoot) => {
    tree.children = tree.children.filter(
      (node) => node.type !== 'element' || node.properties['dataFootnotes'] === undefined,
    )
  }
}

function onlyDefinitions() {
  return (tree: Root) => {
    const found: Root['children'] = []
    const collect = (node: Nodes) => {
      if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node)
      if ('children' in node) node.children.forEach(collect)
    }
    collect(tree)
    tree.children = found
  }
}
