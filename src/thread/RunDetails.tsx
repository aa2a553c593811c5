import type { Message, RunFacts } from '../conversation/Message'
import { useRunCost } from '../state/prices'
import { count, dollars, exactMoment, rate, seconds } from '../words/numbers'
import { t } from '../words/rooms'
import { flatten } from './flatten'
import { runSpeed } from './runSpeed'

type Entry = readonly [name: string, value: string | undefined]

/** All that is known of a run: what Parley has noted, then every field the server sent, under its own name. */
export function RunDetails({ message, run }: { message: Message; run: RunFacts }) {
  const cost = useRunCost(run)
  const choices = run.choices ?? run.parameters.n ?? 1
  const noted = [...factsOf(run), [t.message.facts.cost, costWords(cost)] as const]
  const sent: Entry[] = [
    ['finish_reason', message.finish_reason],
    ['index', choices > 1 ? String(run.choice) : undefined],
    ['id', run.reply],
    ...flatten(run.usage ?? {}, 'usage'),
    ...flatten(run.extra ?? {}),
    ...flatten(message.extra ?? {}),
  ]
  return (
    <div className="mt-1 flex max-w-prose flex-col gap-2 rounded-field bg-wash px-3 py-2 text-small text-soft">
      <List entries={noted} />
      <List entries={sent} mono />
      {choices > 1 && <p>{t.message.wholeRun(count(choices))}</p>}
      <div>
        <p className="mb-0.5">{t.message.facts.parameters}</p>
        <List
          entries={Object.entries(run.parameters).flatMap(([name, value]) => flatten({ [name]: value }))}
          mono
        />
      </div>
    </div>
  )
}

function factsOf(run: RunFacts): Entry[] {
  const { firstToken, inAll, perSecond, isMeasured } = runSpeed(run)
  const { facts, after, took, measured } = t.message
  // An extra body may put anything there.
  const asked: unknown = run.parameters.model
  const speed = perSecond === undefined ? undefined : rate(perSecond)
  return [
    // Of a reply that came in a link neither is known.
    [facts.endpoint, run.endpoint || undefined],
    [facts.model, run.model ?? undefined],
    [facts.asked, typeof asked === 'string' && asked !== run.model ? asked : undefined],
    [facts.started, run.started > 0 ? exactMoment(run.started) : undefined],
    [facts.firstToken, firstToken === undefined ? undefined : after(seconds(firstToken))],
    [facts.took, inAll === undefined ? undefined : took(seconds(inAll))],
    [facts.rate, speed && isMeasured ? measured(speed) : speed],
  ]
}

function costWords({ total, parts }: ReturnType<typeof useRunCost>): string | undefined {
  if (total === undefined) return undefined
  if (!parts) return t.message.charged(dollars(total))
  const { input, cached, output } = parts
  return t.message.costParts(dollars(total), dollars(input), cached ? dollars(cached) : '', dollars(output))
}

function List({ entries, mono = false }: { entries: readonly Entry[]; mono?: boolean }) {
  const known = entries.filter(([, value]) => value !== undefined && value !== '{}')
  if (!known.length) return null
  return (
    <dl
      className={`grid grid-cols-[fit-content(70%)_minmax(0,1fr)] gap-x-4 ${mono ? 'font-mono text-tiny' : ''}`}
    >
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-faint [overflow-wrap:anywhere]">{name}</dt>
          <dd className="tabular text-soft [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
