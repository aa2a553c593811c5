import { useEffect, useMemo, useState } from 'react'
import type { ConversationId } from '../conversation/Message'
import { useTree } from '../state/conversations'
import { type ExportedFile, type PageParts, exportFile } from '../state/exporting'
import { exportOpened } from '../state/panels'
import type { Scope } from '../state/share'
import { Button } from '../ui/Button'
import { saveFile } from '../ui/saveFile'
import { fileSize } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  conversation: ConversationId
  scope: Scope
  render: PageParts['render']
  /** Whether the link is under a passphrase, which files are not. */
  isSealed: boolean
}

const kinds = ['parley', 'html'] as const

/** What is given away where no link is long enough: files, each with its size. */
export function FileRungs({ conversation, scope, render, isSealed }: Props) {
  const files = useFiles(conversation, scope, render)
  if (files === 'failed')
    return (
      <p role="alert" className="text-warn">
        {t.files.makingFailed}
      </p>
    )
  return (
    <section aria-label={t.files.asFile} className="flex flex-col gap-1.5">
      <h3 className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{t.files.asFile}</span>
        <span className="text-small text-soft">{isSealed ? t.files.asFileOpen : t.files.asFileHint}</span>
      </h3>
      <div className="flex flex-wrap gap-2">
        {kinds.map((kind) => {
          const file = files?.[kind]
          return (
            <Button
              key={kind}
              className="min-h-8!"
              disabled={!file}
              aria-busy={!file || undefined}
              onClick={() => file && saveFile(file.name, new Blob(file.parts), file.type)}
            >
              {t.files.rungs[kind]}
              {file && <span className="tabular text-faint">{fileSize(file.size)}</span>}
            </Button>
          )
        })}
        <Button look="plain" className="min-h-8!" onClick={() => exportOpened([conversation])}>
          {t.files.otherKinds}
        </Button>
      </div>
    </section>
  )
}

type Files = Record<(typeof kinds)[number], ExportedFile>

/** The files of what is chosen now; undefined while they are made. */
function useFiles(
  id: ConversationId,
  scope: Scope,
  render: PageParts['render'],
): Files | 'failed' | undefined {
  const tree = useTree(id)
  const [made, setMade] = useState<{ of: unknown; files: Files | 'failed' }>()
  const wish = useMemo(() => ({ tree, scope, render }), [tree, scope, render])
  useEffect(() => {
    let wanted = true
    const of = (kind: (typeof kinds)[number]) =>
      exportFile({
        ids: [id],
        kind,
        scope: wish.scope,
        paths: 'seen',
        page: { render: wish.render, words: t.files.page },
      })
    const make = async () => {
      const files = { parley: await of('parley'), html: await of('html') }
      if (wanted) setMade({ of: wish, files })
    }
    make().catch(() => wanted && setMade({ of: wish, files: 'failed' }))
    return () => {
      wanted = false
    }
  }, [id, wish])
  return made?.of === wish ? made.files : undefined
}
