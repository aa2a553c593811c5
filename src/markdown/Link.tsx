import { type ComponentProps, createContext, type MouseEvent, use } from 'react'
import { MessageContext } from './MessageContext'

/** Whether what is shown stands inside a link, where nothing else may be pressed. */
export const LinkContext = createContext(false)

/** A link shows where it leads and opens beside the page; one without a safe address is only its text. */
export function Link({ href = '', title, id, children, ...rest }: ComponentProps<'a'>) {
  const { prefix } = use(MessageContext)
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
  return (
    <LinkContext value={true}>
      <a
        href={href}
        title={title ? `${title}\n${href}` : href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        referrerPolicy="no-referrer"
      >
        {children}
      </a>
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
