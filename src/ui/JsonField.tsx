import { useId, useRef } from 'react'
import { Button } from './Button'
import { type JsonFault, type JsonValue, parseJson } from './parseJson'
import { useHeld } from './useHeld'

export interface JsonFieldWords {
  /** Where the text stops being JSON, and why. */
  fault: (line: number, column: number, reason: JsonFault) => string
  /** The button that goes there. */
  show: string
  /** The button that lays the text out. */
  format: string
  /** The button that puts in something to begin from. */
  template: string
}

interface Props {
  labelledBy: string
  describedBy?: string
  /** Undefined while there is none, which is what a blank text means too. */
  value: unknown
  onChange: (value: JsonValue | undefined) => void
  /** Anything else that is wrong with a value, as a sentence. */
  check?: (value: JsonValue) => string | undefined
  words: JsonFieldWords
  placeholder?: string
  /** A text to begin from, offered while there is none. */
  template?: string
}

/** JSON typed by hand. A text that cannot be read changes nothing, and says at which line and column. */
export function JsonField({
  labelledBy,
  describedBy,
  value,
  onChange,
  check,
  words,
  placeholder,
  template,
}: Props) {
  const [text, hold] = useHeld(value, () => (value === undefined ? '' : JSON.stringify(value, null, 2)))
  const area = useRef<HTMLTextAreaElement>(null)
  const error = useId()
  const read = readText(text, words, check)

  const typed = (next: string) => {
    const now = readText(next, words, check)
    if (now.wrong !== undefined) return hold(next, value)
    hold(next, now.value)
    onChange(now.value)
  }
  const goTo = (offset: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(offset, Math.min(offset + 1, text.length))
  }

  return (
    <div>
      <textarea
        ref={area}
        aria-labelledby={labelledBy}
        aria-describedby={[describedBy, read.wrong && error].filter(Boolean).join(' ') || undefined}
        aria-invalid={read.wrong !== undefined || undefined}
        value={text}
        placeholder={placeholder}
        rows={3}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        dir="ltr"
        onChange={({ target }) => typed(target.value)}
        className="block field-sizing-content max-h-96 min-h-16 w-full resize-y rounded-field border border-line bg-paper px-2.5 py-1.5 font-mono text-tiny text-ink hover:border-edge aria-invalid:border-warn"
      />
      <div className="mt-1 flex items-start gap-2 text-small">
        <p id={error} className="grow text-warn [overflow-wrap:anywhere]">
          {read.wrong}
        </p>
        {read.offset !== undefined ? (
          <Button onClick={() => goTo(read.offset ?? 0)}>{words.show}</Button>
        ) : template && text.trim() === '' ? (
          <Button onClick={() => typed(template)}>{words.template}</Button>
        ) : (
          <Button
            disabled={read.value === undefined}
            onClick={() => hold(JSON.stringify(read.value, null, 2), value)}
          >
            {words.format}
          </Button>
        )}
      </div>
    </div>
  )
}

interface ReadText {
  value?: JsonValue | undefined
  wrong?: string | undefined
  /** Where the text stops being JSON. */
  offset?: number
}

function readText(text: string, { fault }: JsonFieldWords, check: Props['check']): ReadText {
  if (text.trim() === '') return {}
  const reading = parseJson(text)
  if (reading.ok) return { value: reading.value, wrong: check?.(reading.value) }
  return { wrong: fault(reading.line, reading.column, reading.reason), offset: reading.offset }
}
