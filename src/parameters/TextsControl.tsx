import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { useHeld } from '../ui/useHeld'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'
import { escapeLine, unescapeLine } from './escapeLine'
import { fieldLook } from './looks'

/** A short list of texts, a line for each; line breaks and tabs are shown as escapes. Blank lines are not sent. */
export function TextsControl({ name, names, field, value, onChange }: ControlProps<'texts'>) {
  const [lines, hold] = useHeld(value, () => linesOf(value))
  const change = (next: string[]) => {
    const texts = next.filter((line) => line !== '').map(unescapeLine)
    const list = texts.length ? texts : undefined
    hold(next, list)
    onChange(list)
  }
  return (
    <div role="group" aria-labelledby={names.label} className="flex flex-col gap-1">
      {lines.map((line, at) => (
        // A line has no other name than its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="flex gap-1">
          <input
            type="text"
            aria-label={t.parameters.textAt(name, at + 1)}
            aria-describedby={names.about}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            dir="auto"
            value={line}
            onChange={({ target }) => change(lines.with(at, target.value))}
            className={`${fieldLook} font-mono`}
          />
          {lines.length > 1 && (
            <Button
              look="plain"
              aria-label={t.parameters.removeAt(name, at + 1)}
              onClick={() => change(lines.toSpliced(at, 1))}
            >
              <Icon name="close" className="size-3" />
            </Button>
          )}
        </div>
      ))}
      {lines.length < field.most && (
        <Button
          look="plain"
          className="-ms-1.5 self-start"
          disabled={lines.includes('')}
          onClick={() => change([...lines, ''])}
        >
          <Icon name="plus" className="size-3" />
          {t.parameters.addText}
        </Button>
      )}
    </div>
  )
}

function linesOf(value: unknown): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  const lines = texts.filter((text) => typeof text === 'string').map(escapeLine)
  return lines.length ? lines : ['']
}
