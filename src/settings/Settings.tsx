import { type ReactNode, useId, useState } from 'react'
import { builtIn } from '../state/endpoints'
import { isOperators } from '../state/operatorId'
import { panelClosed } from '../state/panels'
import { mostRetries, retriesChosen, useRetries } from '../state/retries'
import { flightMegabytesChosen, stallSecondsChosen, themeChosen, useSettings } from '../state/settings'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import { Data } from './Data'
import { EndpointForm } from './EndpointForm'
import { EndpointList } from './EndpointList'
import { GivenEndpoint } from './GivenEndpoint'
import { Network } from './Network'
import { NumberSetting } from './NumberSetting'
import { Shortcuts } from './Shortcuts'
import { Prices } from './Prices'
import { Vault } from './Vault'
import { ProbeEndpoint } from './ProbeEndpoint'

/** Endpoints, appearance, connection. What is chosen counts at once. With `add` it is only about a new endpoint. */
export function Settings({ add }: { add: boolean }) {
  /** The endpoint in the form: none, a new one, or the one with this id. */
  const [form, setForm] = useState<{ id?: string } | undefined>(add ? {} : undefined)
  /** The id of the endpoint that is to be probed. */
  const [probed, setProbed] = useState<string>()
  const endpoints = useSettings((all) => all.endpoints)
  const edited = endpoints.find(({ id }) => id === form?.id)
  const subject = [builtIn, ...endpoints].find(({ id }) => id === probed)
  if (subject) return <ProbeEndpoint endpoint={subject} onDone={() => setProbed(undefined)} />
  if (edited && isOperators(edited.id))
    return <GivenEndpoint key={edited.id} endpoint={edited} onDone={() => setForm(undefined)} />
  if (form)
    return (
      <EndpointForm
        key={form.id ?? 'new'}
        {...(edited && { endpoint: edited })}
        onDone={() => (add ? panelClosed() : setForm(undefined))}
      />
    )
  return (
    <div className="flex flex-col gap-7 p-5 text-chrome phone:p-4">
      <Section title={t.settings.endpoints}>
        <EndpointList onAdd={() => setForm({})} onEdit={(id) => setForm({ id })} onProbe={setProbed} />
      </Section>
      <Section title={t.vault.title}>
        <Vault />
      </Section>
      <Section title={t.settings.appearance}>
        <Theme />
      </Section>
      <Section title={t.settings.connection}>
        <Connection />
      </Section>
      <Section title={t.network.title}>
        <Network />
      </Section>
      <Prices />
      <Section title={t.data.title}>
        <Data />
      </Section>
      <Section title={t.settings.keyboard}>
        <Shortcuts />
      </Section>
      <Section title={t.settings.about}>
        <p className="max-w-prose text-soft">{t.settings.version}</p>
      </Section>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function Theme() {
  const theme = useSettings((all) => all.theme)
  const label = useId()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span id={label} className="text-soft">
        {t.settings.theme}
      </span>
      <div className="w-64">
        <Segmented
          labelledBy={label}
          value={theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t.settings.themes[value],
          }))}
          onChange={themeChosen}
        />
      </div>
    </div>
  )
}

function Connection() {
  const { stallSeconds, flightMegabytes } = useSettings((all) => all)
  const retries = useRetries()
  return (
    <div className="flex flex-col gap-2">
      <NumberSetting
        label={t.settings.stall}
        unit={t.settings.stallUnit}
        value={stallSeconds}
        max={3600}
        onChange={stallSecondsChosen}
      />
      <NumberSetting
        label={t.settings.retries}
        unit={t.settings.retriesUnit}
        value={retries}
        max={mostRetries}
        onChange={retriesChosen}
      />
      <NumberSetting
        label={t.settings.flights}
        unit={t.settings.flightsUnit}
        value={flightMegabytes}
        max={1000}
        onChange={flightMegabytesChosen}
      />
    </div>
  )
}
