import { type Beside, type BesideWanted, besideWanted } from '../state/importing'
import { Tick } from '../ui/Tick'
import { t } from '../words/rooms'

/** Presets and endpoints that a file has and that are not here. Endpoints are suggestions, so their addresses are shown. */
export function ImportBeside({ beside, taken }: { beside: Beside; taken: BesideWanted }) {
  const { presets, endpoints } = beside
  if (!presets.length && !endpoints.length) return null
  return (
    <fieldset className="flex max-h-40 shrink-0 flex-col gap-2 overflow-y-auto">
      <legend className="pb-1 font-semibold">{t.files.beside}</legend>
      {presets.length > 0 && (
        <Tick checked={taken.presets} onChange={(wanted) => besideWanted({ presets: wanted })}>
          {t.files.presets(presets.length)}
        </Tick>
      )}
      {endpoints.map(({ id, name, baseURL }) => (
        <Tick
          key={id}
          checked={taken.endpoints.includes(id)}
          onChange={(wanted) => {
            const others = taken.endpoints.filter((one) => one !== id)
            besideWanted({ endpoints: wanted ? [...others, id] : others })
          }}
        >
          {t.files.endpoint(name)} <span className="font-mono text-small">{baseURL}</span>
        </Tick>
      ))}
      {endpoints.length > 0 && <p className="text-small text-faint">{t.files.endpointHint}</p>}
    </fieldset>
  )
}
