import { useMemo } from 'react'
import { type SchemaFinding, checkSchema } from '../protocol/checkSchema'
import { mendAll, mendSchema } from '../protocol/mendSchema'
import { strictLimits } from '../protocol/strictSchema'
import type { JsonObject } from '../protocol/wire'
import { Button } from '../ui/Button'
import { jsonPath } from '../ui/jsonPath'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  schema: JsonObject
  strict: boolean
  onMend: (schema: JsonObject) => void
}

/** So many are shown; they can be mended all at once. */
const most = 12

/** What the API would not take in a schema: where, why, and what can be done about it. */
export function SchemaFindings({ schema, strict, onMend }: Props) {
  const findings = useMemo(() => checkSchema(schema, { strict }), [schema, strict])
  const mendable = findings.filter(({ mends }) => mends.length > 0)
  return (
    <section aria-label={t.schema.findings}>
      <div className="flex min-h-7 flex-wrap items-center gap-2 text-small">
        <p role="status" className={`grow ${findings.length ? 'text-warn' : 'text-faint'}`}>
          {findings.length
            ? t.schema.found(findings.length, strict)
            : t.schema.nothingFound[strict ? 'strict' : 'loose']}
        </p>
        {mendable.length > 1 && <Button onClick={() => onMend(mendAll(schema))}>{t.schema.mendAll}</Button>}
      </div>
      {findings.length > 0 && (
        <ul className="mt-1 border-y border-line text-small">
          {findings.slice(0, most).map((finding) => (
            <li
              key={`${finding.code} ${finding.path.join('/')} ${finding.names.join()}`}
              className="flex flex-col gap-1 py-1.5 not-first:border-t not-first:border-line"
            >
              <p>
                <code className="font-mono text-tiny text-soft [overflow-wrap:anywhere]">
                  {jsonPath(finding.path)}
                </code>{' '}
                {sentenceOf(finding)}
              </p>
              {finding.mends.length > 0 && (
                <div className="flex flex-wrap gap-1.5">
                  {finding.mends.map((mend) => (
                    <Button key={mend} onClick={() => onMend(mendSchema(schema, finding, mend))}>
                      {t.schema.mends[mend](named(finding))}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {findings.length > most && (
        <p className="mt-1 text-small text-faint">{t.schema.more(count(findings.length - most))}</p>
      )}
    </section>
  )
}

/** So many names are spelt out. */
const mostNames = 5

const named = ({ names }: SchemaFinding) =>
  [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : [])].join(', ')

function sentenceOf(finding: SchemaFinding): string {
  const { code } = finding
  const words = t.schema.faults
  switch (code) {
    case 'too-deep':
      return words[code](count(finding.count ?? 0), count(strictLimits.depth))
    case 'too-many-properties':
      return words[code](count(finding.count ?? 0), count(strictLimits.properties))
    case 'too-many-values':
      return words[code](count(finding.count ?? 0), count(strictLimits.values))
    case 'text-too-long':
      return words[code](count(finding.count ?? 0), count(strictLimits.letters))
    case 'values-too-long':
      return words[code](count(finding.count ?? 0), count(strictLimits.enumLetters))
    default:
      return words[code](named(finding))
  }
}
