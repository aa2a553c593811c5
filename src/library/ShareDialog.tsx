import { useEffect, useId, useMemo, useState } from 'react'
import type { ConversationId, MessageId } from '../conversation/Message'
import { visiblePath } from '../conversation/Tree'
import { useTree } from '../state/conversations'
import { useSomeKeysLocked } from '../state/keys'
import type { PageParts } from '../state/exporting'
import { type Scope, type ShareLink, canSeal, isFile, shareLink } from '../state/share'
import { Segmented } from '../ui/Segmented'
import { wideField } from '../ui/fieldLook'
import { FileRungs } from './FileRungs'
import { LinkActions } from './LinkActions'
import { LinkMeter } from './LinkMeter'
import { LockedKeys } from './LockedKeys'
import { ShareLeftOut } from './ShareLeftOut'
import { ShareRange } from './ShareRange'
import { t } from '../words/rooms'

interface Props {
  conversation: ConversationId
  /** The message to begin with, where the reader has come from one. */
  from?: MessageId | undefined
  /** Makes markup of Markdown, for the page. */
  render: PageParts['render']
}

/** Gives a conversation away: what of it, how long that is and where it fits, and the ways that lead there. */
export function ShareDialog({ conversation: id, from, render }: Props) {
  const tree = useTree(id)
  const [scope, setScope] = useState<Scope>(from === undefined ? { all: true } : { all: false, from })
  const [passphrase, setPassphrase] = useState('')
  const locked = useSomeKeysLocked()
  const made = useShareLink(id, scope, passphrase, locked)
  const what = useId()
  const label = useId()
  if (!tree) return null
  const path = visiblePath(tree)
  const hasBranches = tree.messages.size > path.length
  const secure = canSeal()
  return (
    <div className="flex flex-col gap-4 p-4 text-chrome">
      <p className="max-w-prose text-soft">{t.sharing.nothingUploaded}</p>
      {hasBranches && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span id={what} className="text-soft">
            {t.sharing.what}
          </span>
          <Segmented
            labelledBy={what}
            options={[
              { value: 'all', label: t.sharing.all },
              { value: 'path', label: t.sharing.path },
            ]}
            value={scope.all ? 'all' : 'path'}
            onChange={(value) => setScope(value === 'all' ? { all: true } : { all: false })}
          />
        </div>
      )}
      {(!scope.all || !hasBranches) && path.length > 1 && (
        <ShareRange path={path} scope={scope} onChange={setScope} />
      )}
      <div className="flex flex-col gap-1.5">
        <label htmlFor={label} className="text-soft">
          {t.sharing.passphrase} <span className="text-small text-faint">{t.sharing.passphraseHint}</span>
        </label>
        <input
          id={label}
          type="text"
          autoComplete="off"
          spellCheck={false}
          disabled={!secure}
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
          className={`${wideField} max-w-lg text-chrome`}
        />
        {(passphrase || !secure) && (
          <p className="max-w-prose text-small text-soft">
            {secure ? t.sharing.sealedNote : t.sharing.notSecure}
          </p>
        )}
      </div>
      {locked ? (
        <LockedKeys />
      ) : made === 'failed' ? (
        <p role="alert" className="text-warn">
          {t.sharing.failed}
        </p>
      ) : (
        <>
          {isFile() && <p className="max-w-prose text-small text-warn">{t.sharing.fromFile}</p>}
          <LinkActions conversation={id} scope={scope} link={made?.link} />
          <FileRungs conversation={id} scope={scope} render={render} isSealed={passphrase !== ''} />
          {made && <LinkMeter length={made.link.length} />}
          {made && <ShareLeftOut leftOut={made.leftOut} />}
        </>
      )}
    </div>
  )
}

/** The link of what is chosen now; undefined while it is made, or must not be. */
function useShareLink(id: ConversationId, scope: Scope, passphrase: string, locked: boolean) {
  const tree = useTree(id)
  const [made, setMade] = useState<{ of: unknown; link: ShareLink | 'failed' | undefined }>()
  const wish = useMemo(() => ({ tree, scope, passphrase }), [tree, scope, passphrase])
  useEffect(() => {
    if (locked) return undefined
    let wanted = true
    const make = () =>
      shareLink(id, wish.scope, wish.passphrase).then(
        (link) => wanted && setMade({ of: wish, link }),
        () => wanted && setMade({ of: wish, link: 'failed' }),
      )
    // A key costs hundreds of thousands of rounds: not for every letter of a passphrase.
    const timer = setTimeout(() => void make(), wish.passphrase ? 300 : 0)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [id, wish, locked])
  return made?.of === wish ? made.link : undefined
}
