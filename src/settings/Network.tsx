import { useContacts } from '../state/contacts'
import { pictureConsentTaken, usePictureOrigins } from '../state/pictures'
import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

/** Every origin that the page has contacted since it was opened, and those that pictures may come from. */
export function Network() {
  const contacts = useContacts()
  const pictures = usePictureOrigins()
  const words = t.network
  return (
    <div data-part="network" className="flex flex-col gap-3">
      <p className="max-w-prose text-soft">{words.hint}</p>
      <table className="w-full border-collapse text-start text-small">
        <caption className="sr-only">{words.contacts}</caption>
        <thead className="text-faint">
          <tr>
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {words.origin}
            </th>
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {words.purpose}
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              {words.requests}
            </th>
          </tr>
        </thead>
        <tbody>
          {contacts.map(({ origin, purpose, count: times }) => (
            <tr key={`${purpose} ${origin}`} className="border-t border-line align-baseline">
              <td className="py-1 pe-3 font-mono [overflow-wrap:anywhere]">{origin}</td>
              <td className={`py-1 pe-3 ${purpose === 'other' ? 'text-warn' : 'text-soft'}`}>
                {words.purposes[purpose]}
              </td>
              <td className="tabular py-1 text-end">{count(times)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pictures.length > 0 && (
        <>
          <h4 className="text-soft">{words.pictures}</h4>
          <ul className="flex flex-col">
            {pictures.map(({ origin, forGood }) => (
              <li key={origin} className="flex items-center gap-3 border-t border-line py-1 text-small">
                <span className="min-w-0 grow font-mono [overflow-wrap:anywhere]">{origin}</span>
                <span className="shrink-0 text-soft">{forGood ? words.forGood : words.forNow}</span>
                <Button aria-label={words.takeBackLabel(origin)} onClick={() => pictureConsentTaken(origin)}>
                  {words.takeBack}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
