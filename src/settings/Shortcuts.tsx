import { t } from '../words/rooms'

/** Every key that does something, by the place where it does. */
export function Shortcuts() {
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-4 phone:grid-cols-1">
      {t.settings.shortcuts.map(({ place, keys }) => (
        <section key={place}>
          <h4 className="mb-1 text-small text-soft">{place}</h4>
          <dl className="flex flex-col gap-1">
            {keys.map(([key, does]) => (
              <div key={key} className="flex gap-3">
                <dt className="w-32 shrink-0">
                  <kbd className="font-sans text-small text-ink">{key}</kbd>
                </dt>
                <dd className="text-soft">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
