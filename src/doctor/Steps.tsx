import { useId, useState } from 'react'
import type { Diagnosis, Step, System } from '../state/diagnosis'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import { Command } from './Command'

type Found = Pick<Diagnosis, 'steps' | 'server'>

/** What to do, step by step, with commands to copy: those for the reader's own system first. */
export function Steps({ found: { steps, server } }: { found: Found }) {
  if (!steps.length) return null
  const name = server ? t.doctor.servers[server] : t.doctor.server
  return (
    <ol className="mt-2 flex list-decimal flex-col gap-2 ps-5 marker:text-faint">
      {steps.map((step) => (
        <li key={step.id}>
          <OneStep step={step} words={t.doctor.steps[step.id](location.origin, name)} />
        </li>
      ))}
    </ol>
  )
}

function OneStep({ step, words }: { step: Step; words: string }) {
  const id = useId()
  return (
    <>
      <p id={id} className="[overflow-wrap:anywhere]">
        {words}
        {step.link && (
          <>
            {' '}
            <a
              href={step.link}
              target="_blank"
              rel="noopener noreferrer"
              className="text-accent underline underline-offset-2 hover:text-accent-strong"
            >
              {step.link}
            </a>
          </>
        )}
      </p>
      {step.command && <Command text={step.command} about={words} />}
      {step.commands && <BySystem commands={step.commands} about={words} labelledBy={id} />}
    </>
  )
}

const systems = ['linux', 'macos', 'windows'] as const

/** Only what to show first hangs on it. */
const ownSystem = (): System =>
  /mac|iphone|ipad/i.test(navigator.userAgent)
    ? 'macos'
    : /windows/i.test(navigator.userAgent)
      ? 'windows'
      : 'linux'

function BySystem({
  commands,
  about,
  labelledBy,
}: {
  commands: Record<System, string>
  about: string
  labelledBy: string
}) {
  const [system, setSystem] = useState(ownSystem)
  return (
    <>
      <div className="mt-1 w-64 max-w-full">
        <Segmented
          labelledBy={labelledBy}
          value={system}
          options={systems.map((value) => ({ value, label: t.doctor.systems[value] }))}
          onChange={(chosen) => setSystem(chosen)}
        />
      </div>
      <Command text={commands[system]} about={about} />
    </>
  )
}
