import { useId, useState } from 'react'
import type { ConversationId } from '../conversation/Message'
import { announce } from '../state/notices'
import { type Scope, isFile, shareMarkdown } from '../state/share'
import { Button } from '../ui/Button'
import { QrImage } from '../ui/QrImage'
import { mostBytes } from '../ui/qrCode'
import { useCopy } from '../ui/useCopy'
import { t } from '../words/rooms'
import { LinkMeter } from './LinkMeter'

interface Props {
  conversation: ConversationId
  scope: Scope
  /** Undefined while it is made. */
  link: string | undefined
  /** How long it is, and while it is made anew, how long it was. */
  last: number | undefined
}

/** Past this many characters a code is hard to read from a screen. */
const dense = 1200

/** The link, how long it is, and the ways to give it away. */
export function LinkActions({ conversation, scope, link, last }: Props) {
  const [asCode, setAsCode] = useState(false)
  const [copied, copy] = useCopy(() => announce('copied'))
  const [copiedText, copyText] = useCopy(() => announce('copied'))
  const meter = useId()
  const isTooLong = last !== undefined && last > mostBytes
  const noCode = isFile() ? t.sharing.qrFromFile : isTooLong && t.sharing.qrTooLong
  // Firefox has none on a computer. Half an address is nothing to send.
  const canSend = 'share' in navigator && !isFile()
  const send = () => {
    // Whoever closes the list of programs again has changed their mind; that is no error.
    if (link) navigator.share({ url: link }).catch(() => {})
  }
  const said = { none: undefined, copied: t.sharing.copied, failed: t.sharing.copyFailed }
  return (
    <div className="flex flex-col gap-3">
      <input
        readOnly
        aria-label={t.sharing.link}
        aria-busy={link === undefined || undefined}
        value={link ?? t.sharing.making}
        onFocus={({ target }) => target.select()}
        className="min-h-8 w-full rounded-field border border-line bg-wash px-2.5 font-mono text-small text-soft"
      />
      {last !== undefined && <LinkMeter id={meter} length={last} />}
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          className="min-h-8!"
          disabled={link === undefined}
          aria-describedby={`${meter}-size ${meter}-hint`}
          onClick={() => link && copy(link)}
        >
          {said[copied] ?? t.sharing.copyLink}
        </Button>
        {canSend && (
          <Button className="min-h-8!" disabled={link === undefined} onClick={send}>
            {t.sharing.send}
          </Button>
        )}
        <Button
          className="min-h-8! aria-disabled:text-faint aria-disabled:hover:border-line"
          aria-expanded={asCode && !noCode}
          aria-disabled={noCode ? true : undefined}
          title={noCode || undefined}
          onClick={() => noCode || setAsCode(!asCode)}
        >
          {t.sharing.qr}
        </Button>
        <Button className="min-h-8!" onClick={() => copyText(shareMarkdown(conversation, scope))}>
          {said[copiedText] ?? t.sharing.markdown}
        </Button>
      </div>
      {asCode && !noCode && link !== undefined && (
        <div data-part="qr">
          <QrImage
            text={link}
            label={t.sharing.qrAlt}
            className="w-full max-w-lg rounded-block border border-line"
          />
          {link.length > dense && <p className="mt-1 text-small text-soft">{t.sharing.qrDense}</p>}
        </div>
      )}
    </div>
  )
}
