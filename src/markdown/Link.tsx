import { type ComponentProps, createContext, type MouseEvent, use } from 'react'
import type { ExtraProps } from 'react-markdown'
import { LabelsContext } from './labels'
import { linkTarget } from './linkTarget'
import { MessageContext } from './MessageContext'
import { textOf } from './textOf'

/** Whether what is shown stands inside a link, where nothing else may be pressed. */
export const LinkContext = createContext(false)

/**
 * A link opens beside the page and shows where it leads: on hover, on focus and where nothing hovers, and behind it where
 * its words or its address make one think of another place. One without a safe address is only its text.
 */
export function Link({ href = '', title, id, children, node, ...rest }: ComponentProps<'a'> & ExtraProps) {
  const { prefix } = use(MessageContext)
  const labels = use(LabelsContext)
  if (!href) return <span title={title}>{children}</span>
  if (href.startsWith('#')) {
    const describedBy = rest['aria-describedby']
    return (
      <a
        id={id}
        href={href}
        title={title}
        aria-label={rest['aria-label']}
        aria-describedby={describedBy && prefix + describedBy}
        onClick={(event) => goTo(event, href.slice(1))}
      >
        {children}
      </a>
    )
  }
  const target = linkTarget(href, node ? textOf(node) : '')
  return (
    <LinkContext value={true}>
      <a
        href={href}
        title={title ? `${title}\n${href}` : href}
        data-host={target && !target.isNamed && !target.isDisguised ? target.host : undefined}
        target="_blank"
        rel="noopener noreferrer nofollow"
        referrerPolicy="no-referrer"
      >
        {target?.isDisguised ? <bdi>{children}</bdi> : children}
      </a>
      {target?.isDisguised && <span className="link-host"> {labels.leadsTo(target.host)}</span>}
    </LinkContext>
  )
}

/** The address of the page names the conversation, so that a place in a text is gone to by hand. */
function goTo(event: MouseEvent<HTMLElement>, fragment: string) {
  event.preventDefault()
  const id = decoded(fragment)
  const text = event.currentTarget.closest('.prose')
  const headings = Array.from(text?.querySelectorAll<HTMLElement>('h3, h4, h5, h6') ?? [])
  const place =
    text?.querySelector<HTMLElement>(`#${CSS.escape(id)}`) ??
    headings.find((heading) => slugOf(heading.textContent) === id)
  if (!place) return
  place.tabIndex = -1
  place.focus()
}

const slugOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s+/g, '-')

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
