import { useEffect, useId, useMemo, useState } from 'react'
import type { ConversationId, MessageId } from '../conversation/Message'
import { visiblePath } from '../conversation/Tree'
import { useTree } from '../state/conversations'
import { useSomeKeysLocked } from '../state/keys'
import type { PageParts } from '../state/exporting'
import { type Scope, type ShareLink, isFile, shareLink } from '../state/share'
import { Segmented } from '../ui/Segmented'
import { FileRungs } from './FileRungs'
import { LinkActions } from './LinkActions'
import { LockedKeys } from './LockedKeys'
import { ShareLeftOut } from './ShareLeftOut'
import { SharePassphrase } from './SharePassphrase'
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
  const { made, last } = useShareLink(id, scope, passphrase, locked)
  const what = useId()
  if (!tree) return null
  const path = visiblePath(tree)
  const hasBranches = tree.messages.size > path.length
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
      <SharePassphrase passphrase={passphrase} onChange={setPassphrase} />
      {locked ? (
        <LockedKeys />
      ) : made === 'failed' ? (
        <p role="alert" className="text-warn">
          {t.sharing.failed}
        </p>
      ) : (
        <>
          {isFile() && <p className="max-w-prose text-small text-warn">{t.sharing.fromFile}</p>}
          <LinkActions conversation={id} scope={scope} link={made?.link} last={last} />
          <FileRungs conversation={id} scope={scope} render={render} isSealed={passphrase !== ''} />
          {made && <ShareLeftOut leftOut={made.leftOut} tellings={made.tellings} />}
        </>
      )}
    </div>
  )
}

/** The link of what is chosen now, undefined while it is made, or must not be; and how long the last one was. */
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
  const last = typeof made?.link === 'object' ? made.link.link.length : undefined
  return { made: made?.of === wish ? made.link : undefined, last }
}
