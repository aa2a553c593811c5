import { type ComponentProps, use, useState } from 'react'
import { LabelsContext } from './labels'
import { LinkContext } from './Link'
import { safeImage } from './safeUrl'

type Status = 'named' | 'wanted' | 'failed'

/**
 * A picture from elsewhere tells its host who reads what, and when: it is loaded when the reader asks for it. The
 * policy of the page lets none come without https; its address can be opened.
 */
export function Picture({ src = '', alt = '', title }: ComponentProps<'img'>) {
  const labels = use(LabelsContext)
  const insideLink = use(LinkContext)
  const [status, setStatus] = useState<Status>('named')
  const source = typeof src === 'string' ? safeImage(src) : undefined
  if (!source) return <span title={title}>{alt || labels.image}</span>
  const { url, host } = source
  if (host === '') return <img src={url} alt={alt} title={title} />
  if (status === 'wanted')
    return (
      <img
        src={url}
        alt={alt}
        title={title}
        referrerPolicy="no-referrer"
        onError={() => setStatus('failed')}
      />
    )
  if (insideLink)
    return (
      <span className="picture">
        <span className="picture-name">{alt || labels.image}</span>
        <span className="picture-host">{host}</span>
      </span>
    )
  const plain = url.startsWith('http:')
  if (plain || status === 'failed')
    return (
      <a className="picture" href={url} target="_blank" rel="noopener noreferrer nofollow" title={url}>
        {plain ? labels.imageWithoutTls(alt, host) : labels.imageFailed(alt, host)}
      </a>
    )
  return (
    <button type="button" className="picture" title={url} onClick={() => setStatus('wanted')}>
      <span className="picture-name">{labels.loadImage(alt, host)}</span>
    </button>
  )
}
