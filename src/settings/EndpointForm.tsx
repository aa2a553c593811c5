import { useId, useState } from 'react'
import { type Endpoint, checkBaseURL, originOf } from '../state/endpoints'
import { newId } from '../conversation/newId'
import { endpointSwitched } from '../state/nextConversation'
import { openConversationId } from '../state/route'
import { endpointSaved } from '../state/settings'
import { Button } from '../ui/Button'
import { wideField } from '../ui/fieldLook'
import { t } from '../words/rooms'
import { EndpointTest } from './EndpointTest'
import { Field } from './Field'
import { HeaderFields } from './HeaderFields'
import { KeyField } from './KeyField'
import { Learnt } from './Learnt'
import { PrefillChoice } from './PrefillChoice'
import { PresetChoice } from './PresetChoice'
import { type Problems, checkEndpoint } from './checkEndpoint'
import { useTypedKey } from './useTypedKey'

interface Props {
  /** The endpoint to change; a new one is made without it. */
  endpoint?: Endpoint
  onDone: () => void
}

const blank = (): Endpoint => ({ id: newId(), name: '', baseURL: '', headers: [] })

function originIn(address: string): string | null {
  const checked = checkBaseURL(address)
  return checked.ok ? originOf(checked) : null
}

/** One endpoint: its name, its address, its key, its headers; and whether it answers. */
export function EndpointForm({ endpoint: known, onDone }: Props) {
  const [draft, setDraft] = useState<Endpoint>(known ?? blank)
  const [problems, setProblems] = useState<Problems>({})
  /** What has been tested has been kept; whether anything was typed since. */
  const [tested, setTested] = useState<'no' | 'yes' | 'changed since'>('no')
  const changed = () => setTested((before) => (before === 'no' ? before : 'changed since'))
  const ids = { name: useId(), url: useId() }
  const checked = checkBaseURL(draft.baseURL)
  const address = checked.ok ? { ...draft, baseURL: checked.baseURL } : draft
  const origin = originIn(draft.baseURL)
  const before = known ? originOf(known) : null
  const key = useTypedKey(address)
  const change = (fields: Partial<Endpoint>) => {
    setDraft({ ...draft, ...fields })
    setProblems({})
    changed()
  }
  /** Another address as a whole, not a letter of it. */
  const moved = (fields: Partial<Endpoint> & Pick<Endpoint, 'baseURL'>) => {
    change(fields)
    key.settled(originIn(fields.baseURL))
  }

  /** Keeps the endpoint and its key if they are sound; returns it as it was kept. It `begins` while the key is still being kept. */
  const save = async (begins?: (endpoint: Endpoint) => void): Promise<Endpoint | undefined> => {
    const result = checkEndpoint(draft)
    if (!result.ok) {
      setProblems(result.problems)
      document.getElementById(result.problems.name ? ids.name : ids.url)?.focus()
      return undefined
    }
    const { endpoint } = result
    key.settled(originOf(endpoint))
    if (!key.isReady()) return undefined
    endpointSaved(endpoint)
    const keeping = key.save(endpoint)
    begins?.(endpoint)
    if (!(await keeping)) return undefined
    setDraft(endpoint)
    setTested('yes')
    return endpoint
  }

  const saveAndLeave = async () => {
    const switchTo = ({ id }: Endpoint) => known || endpointSwitched(openConversationId(), id)
    // At once, unless there is something to ask: who goes on before the key is kept chooses a model for this endpoint.
    const asks = key.asks()
    const endpoint = await save(asks ? undefined : switchTo)
    if (!endpoint) return
    if (asks) switchTo(endpoint)
    onDone()
  }

  return (
    <form
      noValidate
      autoComplete="off"
      onInput={changed}
      onSubmit={(event) => {
        event.preventDefault()
        void saveAndLeave()
      }}
      className="flex flex-col gap-4 p-5 text-chrome phone:p-4"
    >
      {!known && (
        <PresetChoice
          onChoose={({ name, baseURL, headers = [] }) => moved({ name, baseURL, headers: [...headers] })}
        />
      )}
      <Field id={ids.url} label={t.settings.baseURL} hint={t.settings.baseURLHint} problem={problems.baseURL}>
        {(described) => (
          <input
            id={ids.url}
            {...described}
            type="text"
            inputMode="url"
            autoCapitalize="off"
            spellCheck={false}
            value={draft.baseURL}
            placeholder="https://api.openai.com/v1"
            onChange={({ target }) => change({ baseURL: target.value })}
            onBlur={({ target }) => {
              // Who looks at another window has not left the field: it still has the focus.
              if (document.activeElement !== target) key.settled(origin)
            }}
            className={`${wideField} font-mono text-small`}
          />
        )}
      </Field>
      <Field id={ids.name} label={t.settings.name} problem={problems.name}>
        {(described) => (
          <input
            id={ids.name}
            {...described}
            type="text"
            value={draft.name}
            placeholder={origin ? new URL(origin).host : ''}
            onChange={({ target }) => change({ name: target.value })}
            className={wideField}
          />
        )}
      </Field>
      <KeyField endpoint={address} typed={key} />
      <HeaderFields
        headers={draft.headers}
        meantFor={before !== null && origin !== null && origin !== before ? before : undefined}
        problem={problems.headers}
        onChange={(headers) => change({ headers })}
      />
      <PrefillChoice
        endpoint={address}
        onChange={(prefill) => {
          const { prefill: _before, ...unsaid } = draft
          setDraft(prefill ? { ...unsaid, prefill } : unsaid)
        }}
      />
      {known && <Learnt endpoint={known.id} />}
      <EndpointTest key={draft.baseURL} save={save} onAddress={(baseURL) => moved({ baseURL })} />
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button type="submit" look="primary">
          {t.common.save}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t.settings.leave[tested]}
        </Button>
        {tested !== 'no' && <span className="self-center text-small text-faint">{t.settings.kept}</span>}
      </div>
    </form>
  )
}
