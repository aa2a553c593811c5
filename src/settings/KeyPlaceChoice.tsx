import { useId } from 'react'
import type { KeyPlace } from '../state/keys'
import { canEncrypt } from '../state/vault'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'

interface Props {
  place: KeyPlace
  onChange: (place: KeyPlace) => void
}

/** Where a key is kept, with a sentence on what that means. */
export function KeyPlaceChoice({ place, onChange }: Props) {
  const label = useId()
  const secure = canEncrypt()
  const places = (['device', 'vault', 'tab'] as const).filter((one) => one !== 'vault' || secure)
  return (
    <div className="flex flex-col gap-1">
      <span id={label} className="text-small text-soft">
        {t.vault.place}
      </span>
      <div className="max-w-md">
        <Segmented
          labelledBy={label}
          options={places.map((value) => ({ value, label: t.vault.places[value] }))}
          value={place}
          onChange={onChange}
        />
      </div>
      <p aria-live="polite" className="max-w-prose text-small text-faint">
        {t.vault.placeHints[place]}
        {!secure && ` ${t.vault.noEncryption}`}
      </p>
    </div>
  )
}
