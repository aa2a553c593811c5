import { type ComponentProps, use, useRef, useState, useSyncExternalStore } from 'react'
import { LabelsContext } from './labels'
import { LinkContext } from './Link'
import { PictureContext } from './pictureConsent'
import { safeImage } from './safeUrl'

/**
 * A picture from elsewhere tells its host who reads what, and when: none is loaded before the reader has agreed to its
 * origin. The policy of the page lets none come without https; its address can be opened.
 */
export function Picture({ src = '', alt = '', title }: ComponentProps<'img'>) {
  const labels = use(LabelsContext)
  const source = typeof src === 'string' ? safeImage(src) : undefined
  if (!source)
    return (
      <span title={title} data-alt={alt ? undefined : ''}>
        {alt || labels.image}
      </span>
    )
  if (source.host === '') return <img src={source.url} alt={alt} title={title} />
  return <RemotePicture {...source} alt={alt} title={title} />
}

interface RemotePictureProps {
  url: string
  host: string
  alt: string
  title?: string | undefined
}

function RemotePicture({ url, host, alt, title }: RemotePictureProps) {
  const labels = use(LabelsContext)
  const insideLink = use(LinkContext)
  const { consent, isKept } = use(PictureContext)
  const { origin, protocol } = new URL(url)
  const given = () => consent.isGiven(origin)
  const isAgreed = useSyncExternalStore(consent.subscribe, given, given)
  const [hasFailed, setFailed] = useState(false)
  /** What had the focus goes, and what takes its place is to have it. */
  const takesFocus = useRef(false)
  const focusOnce = (element: HTMLElement | null) => {
    if (!element || !takesFocus.current) return
    takesFocus.current = false
    element.focus()
  }
  const agree = (forGood: boolean) => {
    takesFocus.current = true
    consent.give(origin, forGood)
  }
  const onError = ({ currentTarget }: { currentTarget: Element }) => {
    takesFocus.current = document.activeElement === currentTarget
    setFailed(true)
  }
  const isPlain = protocol === 'http:'
  /** What it is to whoever copies it, in the place of words of the page. */
  const copied = { 'data-alt': alt, 'data-source': url }
  if (isAgreed && !isPlain && !hasFailed)
    return (
      <img
        ref={focusOnce}
        tabIndex={-1}
        src={url}
        alt={alt}
        title={title}
        referrerPolicy="no-referrer"
        onError={onError}
      />
    )
  if (insideLink)
    return (
      <span className="picture" {...copied}>
        <span className="picture-name">{alt || labels.image}</span>
        <span className="picture-host">{host}</span>
      </span>
    )
  if (isPlain || hasFailed)
    return (
      <a
        ref={focusOnce}
        className="picture"
        {...copied}
        href={url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={url}
      >
        {isPlain ? labels.imageWithoutTls(alt, host) : labels.imageFailed(alt, host)}
      </a>
    )
  return (
    <>
      <button type="button" className="picture" {...copied} title={url} onClick={() => agree(false)}>
        <span className="picture-name">{labels.loadImage(alt, host)}</span>
      </button>
      {isKept && (
        <button
          type="button"
          className="picture"
          aria-label={labels.alwaysLoadFrom(host)}
          onClick={() => agree(true)}
        >
          {labels.alwaysLoad}
        </button>
      )}
    </>
  )
}
