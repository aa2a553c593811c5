import { useId } from 'react'
import {
  addressWithoutSecrets,
  type Diagnosis as Found,
  type Failure,
  useDiagnosis,
} from '../state/diagnosis'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { Evidence } from './Evidence'
import { Steps } from './Steps'

interface Props {
  /** A name for the failure: one that has been examined is not examined again. */
  id: string
  failure: Failure
  /** Whether it is examined without being asked to. */
  unasked: boolean
  /** While another answer comes, nothing can be mended. */
  disabled?: boolean
  onAddress?: (baseURL: string) => void
  onModel?: (model: string) => void
  /** Leads to the settings, where keys and headers are. */
  onSettings?: () => void
}

/** Why a call failed, what to do about it, and how that was found out. */
export function Diagnosis({ id, failure, unasked, onSettings, ...mend }: Props) {
  const [examined, look] = useDiagnosis(id, failure, unasked)
  const heading = useId()
  const isSilent = failure.error.kind === 'unreachable'
  const found = examined.state === 'known' ? examined.diagnosis : undefined
  if (found === null) return null
  // What the server said itself stands above; it may well be all there is to say.
  if (examined.state === 'looking' && !isSilent) return null
  if (examined.state === 'idle')
    return (
      <Button className="mt-2" onClick={look}>
        {t.doctor.look}
      </Button>
    )
  return (
    <section
      aria-labelledby={heading}
      data-part="diagnosis"
      className="mt-2 rounded-block border border-line bg-paper px-3.5 py-3 text-chrome"
    >
      <h3 id={heading} className="font-semibold">
        {t.doctor.title}
      </h3>
      <p role="status" className="mt-1 [overflow-wrap:anywhere]">
        {found ? sentenceOf(found) : t.doctor.looking}
      </p>
      {found && (
        <>
          <Mending found={found} {...mend} />
          <Steps found={found} />
          {onSettings && asksForKey.has(found.cause) && (
            <Button className="mt-2" onClick={onSettings}>
              {t.doctor.openSettings}
            </Button>
          )}
          <div className="mt-2.5 flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
            <Evidence found={found} />
            <Button look="plain" onClick={look}>
              {t.doctor.lookAgain}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

const asksForKey = new Set(['key', 'key-missing', 'key-unread', 'unread', 'headers'])

function sentenceOf({ cause, certain, host }: Found): string {
  const sentence = t.doctor.causes[cause](host)
  return certain ? sentence : t.doctor.likely(sentence)
}

/** What can be put right by a press. */
function Mending({
  found,
  disabled,
  onAddress,
  onModel,
}: { found: Found } & Pick<Props, 'disabled' | 'onAddress' | 'onModel'>) {
  const { address, models = [] } = found
  return (
    <>
      {address && onAddress && (
        <div className="mt-2">
          <p className="text-soft">{t.doctor.addressHint[found.cause === 'path' ? 'path' : 'scheme']}</p>
          <Button
            className="mt-1 max-w-full [overflow-wrap:anywhere] whitespace-normal!"
            disabled={disabled}
            onClick={() => onAddress(address)}
          >
            {t.doctor.takeAddress(addressWithoutSecrets(address))}
          </Button>
        </div>
      )}
      {models.length > 0 && onModel && (
        <div className="mt-2">
          <p className="text-soft">{t.doctor.nearModels}</p>
          <ul className="mt-1 flex flex-wrap gap-1.5">
            {models.map((name) => (
              <li key={name} className="max-w-full">
                <Button
                  className="max-w-full font-mono [overflow-wrap:anywhere] whitespace-normal!"
                  aria-label={t.doctor.takeModel(name)}
                  disabled={disabled}
                  onClick={() => onModel(name)}
                >
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
