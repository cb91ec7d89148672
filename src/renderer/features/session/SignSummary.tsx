// The note at a glance before it is signed: what is in it, and what is not.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import { painChange } from '#shared/domain/session.ts'
import { findingName, KindBadge } from '#renderer/features/bodymap/index.ts'
import { dateWords, timeWords } from '#renderer/ui/dateWords.ts'
import { entryDateIfLater } from './sessionWords.ts'
import classes from './SignDialog.module.css'
import { sectionSummaries } from './signSummary.ts'

const shownFindings = 5

export function SignSummary({ record }: { record: SessionRecord }) {
  const { client, details, findings } = record
  const entered = entryDateIfLater(record, details)
  return (
    <dl className={classes.summary}>
      <dt>Client</dt>
      <dd dir="auto">
        <b>{displayName(client)}</b>
        {client.dateOfBirth && `, born ${dateWords(client.dateOfBirth)}`}
      </dd>
      <dt>Service</dt>
      <dd>
        {dateWords(details.serviceStart)}, {timeWords(details.serviceStart)} · {details.lengthMinutes} min
        {entered && ` · entered ${entered}`}
      </dd>
      <dt>Place</dt>
      <dd>
        {details.place === 'practice' ? 'At the practice' : ['Visit', details.visitAddress].filter(Boolean).join(': ')}
      </dd>
      <dt>Pain</dt>
      <dd>{painWords(record)}</dd>
      <dt>Findings{findings.length > 0 && ` (${findings.length})`}</dt>
      <dd>
        {findings.length === 0 && 'none'}
        <ul className={classes.findings}>
          {findings.slice(0, shownFindings).map((finding) => (
            <li key={finding.id}>
              <KindBadge kind={finding.kind} size={15} />
              {findingName(finding)} <b>{finding.severity}</b>
            </li>
          ))}
          {findings.length > shownFindings && <li>and {findings.length - shownFindings} more</li>}
        </ul>
      </dd>
      {sectionSummaries(record).map(({ section, title, beginning }) => (
        <SectionLine key={section} title={title} beginning={beginning} />
      ))}
    </dl>
  )
}

const SectionLine = ({ title, beginning }: { title: string; beginning: string }) => (
  <>
    <dt>{title}</dt>
    {beginning === '' ? (
      <dd className={classes.empty}>empty</dd>
    ) : (
      <dd className={classes.lines} dir="auto">
        {beginning}
      </dd>
    )}
  </>
)

function painWords({ painBefore, painAfter }: Pick<SessionRecord, 'painBefore' | 'painAfter'>): string {
  if (painBefore === null && painAfter === null) return 'not recorded'
  const numbers = `${painBefore ?? '–'} → ${painAfter ?? '–'}`
  return painBefore === null || painAfter === null ? numbers : `${numbers} ${painChange(painBefore, painAfter)}`
}
