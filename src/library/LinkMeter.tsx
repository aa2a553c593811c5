import { carriers } from '../state/share'
import { Icon } from '../ui/Icon'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  length: number
  /** Before the ids of what describes other things: `-size`, and `-hint` where there is one. */
  id: string
}

/** How long a link is, and who carries one of that length whole. */
export function LinkMeter({ length, id }: Props) {
  const fitting = carriers.filter(({ most }) => length <= most).length
  const tone = fitting === carriers.length ? 'text-accent' : fitting > 1 ? 'text-ink' : 'text-warn'
  return (
    <section aria-label={t.sharing.meter} data-part="meter">
      <h3 className="flex items-baseline gap-2">
        <span className="font-semibold">{t.sharing.meter}</span>
        <span id={`${id}-size`} className={`tabular text-small ${tone}`}>
          {t.sharing.size(count(length))}
        </span>
      </h3>
      <ul className="mt-1.5 grid grid-cols-2 gap-x-4 gap-y-1 text-small phone:grid-cols-1">
        {carriers.map(({ name, most }) => {
          const fits = length <= most
          return (
            <li
              key={name}
              data-fits={fits || undefined}
              className={`flex items-start gap-2 ${fits ? 'text-ink' : 'text-faint'}`}
            >
              <Icon
                name={fits ? 'check' : 'close'}
                className={`mt-0.5 size-3.5 ${fits ? 'text-accent' : 'text-warn'}`}
              />
              <span>
                {t.sharing.carriers[name]}{' '}
                {fits ? (
                  <span className="sr-only">{t.sharing.fits}</span>
                ) : (
                  <span className="tabular">· {t.sharing.fitsNot(count(most))}</span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {fitting < 2 && (
        <p id={`${id}-hint`} className="mt-2 text-small text-warn">
          {fitting ? t.sharing.shorter : t.sharing.tooLong}
        </p>
      )}
    </section>
  )
}
