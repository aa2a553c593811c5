import type { Construct, ConstructRecord } from 'micromark-util-types'
import type { Processor } from 'unified'

/** What GFM makes a link of, in whatever way it is written: an address needs one of these. */
const address = /[@&]|www|http/i

export const mayHoldAddress = (source: string) => address.test(source)

/**
 * A remark plugin that takes bare addresses out of GFM again. To look for one it stops at every letter, and its table
 * of all letters is copied for every text, which takes most of the time that a short text without any needs.
 */
export function withoutAddresses(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(({ text, ...others }) => ({
    ...others,
    ...(text && { text: withoutAutolinks(text) }),
  }))
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter((extension) => !('transforms' in extension))
}

function withoutAutolinks(text: ConstructRecord): ConstructRecord {
  const kept: Record<string, Construct[]> = {}
  for (const [code, constructs] of Object.entries(text)) {
    const others = [constructs ?? []].flat().filter(({ name }) => !name?.endsWith('Autolink'))
    if (others.length > 0) kept[code] = others
  }
  return kept
}
