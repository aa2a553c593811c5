import { useEffect, useRef } from 'react'
import { filesGiven, importConfirmed, importStopped, useImporting } from '../state/importing'
import { panelClosed } from '../state/panels'
import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { ImportChooser } from './ImportChooser'
import { ImportPreview } from './ImportPreview'
import { saidImported } from './saidImported'

/** Takes in conversations from files: chooses and reads them, shows what is in them, and writes what is wanted. */
export function ImportDialog() {
  const importing = useImporting()
  // What was read is forgotten with the dialog.
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
      importStopped()
    }
  }, [])
  const confirmed = async () => {
    const taken = await importConfirmed()
    if (isOpen.current) panelClosed()
    saidImported(taken)
  }
  return (
    <div
      className="flex min-h-0 grow flex-col gap-4 p-4 text-chrome"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void filesGiven([...event.dataTransfer.files])
      }}
    >
      {importing.status === 'none' && <ImportChooser />}
      {importing.status === 'lost' && (
        <>
          <p role="alert" className="text-warn">
            {t.files.lost}
          </p>
          <ImportChooser />
        </>
      )}
      {importing.status === 'reading' && (
        <Progress words={t.files.reading(importing.file)} part={importing.part} onStop={importStopped} />
      )}
      {importing.status === 'comparing' && (
        <Progress words={t.files.comparing} part={importing.done / importing.of} onStop={importStopped} />
      )}
      {importing.status === 'writing' && (
        <Progress
          words={t.files.writing(count(importing.done), count(importing.of))}
          part={importing.done / importing.of}
          onStop={importStopped}
        />
      )}
      {importing.status === 'read' && (
        <ImportPreview {...importing} onConfirm={() => void confirmed()} onAnew={importStopped} />
      )}
    </div>
  )
}

function Progress({ words, part, onStop }: { words: string; part: number; onStop: () => void }) {
  return (
    <div className="flex flex-col gap-2">
      <p role="status" dir="auto" className="[overflow-wrap:anywhere]">
        {words}
      </p>
      <div
        role="progressbar"
        aria-label={t.files.progress}
        aria-valuenow={Math.round(part * 100)}
        className="h-2 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full bg-accent" style={{ width: `${part * 100}%` }} />
      </div>
      <Button className="self-start" onClick={onStop}>
        {t.files.stop}
      </Button>
    </div>
  )
}
