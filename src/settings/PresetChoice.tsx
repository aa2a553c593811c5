import { useId, useState } from 'react'
import { type Preset, presets } from '../state/knownEndpoints'
import { t } from '../words/rooms'
import { wideField } from '../ui/fieldLook'

/** A known provider or local server to start from; every field can still be changed. */
export function PresetChoice({ onChoose }: { onChoose: (preset: Preset) => void }) {
  const id = useId()
  const [chosen, setChosen] = useState<Preset>()
  const options = (local: boolean) =>
    presets
      .filter((preset) => preset.local === local)
      .map(({ id: value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {t.settings.preset}
      </label>
      <select
        id={id}
        defaultValue=""
        onChange={({ target }) => {
          const preset = presets.find((one) => one.id === target.value)
          setChosen(preset)
          if (preset) onChoose(preset)
        }}
        aria-describedby={chosen && `${id}-hint`}
        className={wideField}
      >
        <option value="">{t.settings.presetOwn}</option>
        <optgroup label={t.settings.hosted}>{options(false)}</optgroup>
        <optgroup label={t.settings.local}>{options(true)}</optgroup>
      </select>
      {chosen && (
        <p id={`${id}-hint`} className="text-small text-soft [overflow-wrap:anywhere]">
          {t.settings.hints[chosen.hint](location.origin)}
        </p>
      )}
    </div>
  )
}
