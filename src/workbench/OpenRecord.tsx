import { useRef, useState } from 'react'
import { readRecord } from '../state/readRecord'
import { recordGiven } from '../state/otherRecords'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Shows a record that was saved as JSON. */
export function OpenRecord() {
  const chooser = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<string>()
  const opened = async (file: File | undefined) => {
    if (!file) return
    const read = await readRecord(file)
    if ('flight' in read) recordGiven(read.flight)
    else setFault(t.inspector.faults[read.fault](read.field))
  }
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ target }) => {
          setFault(undefined)
          void opened(target.files?.[0])
          target.value = ''
        }}
      />
      <Button onClick={() => chooser.current?.click()}>{t.inspector.openFile}</Button>
      {fault !== undefined && (
        <p role="alert" className="w-full text-small text-warn">
          {fault}
        </p>
      )}
    </>
  )
}
