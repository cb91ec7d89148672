// The note at a glance before it is signed: what is in it, and what is not.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import { courseId, findingCourses, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { painChange } from '#shared/domain/session.ts'
import { findingName, KindBadge } from '#renderer/features/bodymap/index.ts'
import { dateWords, timeWords } from '#renderer/ui/dateWords.ts'
import { entryDateIfLater } from './sessionWords.ts'
import classes from './SignDialog.module.css'
import { sectionSummaries } from './signSummary.ts'

const shownFindings = 5

export function SignSummary({ record }: { record: SessionRecord }) {
  const { client, details, findings, strokes, treatedAreas } = record
  const courses = findingCourses(findings)
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
      <dt>Findings{courses.length > 0 && ` (${courses.length})`}</dt>
      <dd>
        {courses.length === 0 && 'none'}
        <ul className={classes.findings}>
          {courses.slice(0, shownFindings).map((course) => (
            <CourseLine key={courseId(course)} course={course} />
          ))}
          {courses.length > shownFindings && <li>and {courses.length - shownFindings} more</li>}
        </ul>
      </dd>
      {treatedAreas.length > 0 && (
        <>
          <dt>Treated</dt>
          <dd dir="auto">{treatedWords(treatedAreas)}</dd>
        </>
      )}
      {strokes.length > 0 && (
        <>
          <dt>Drawn</dt>
          <dd>{strokes.length === 1 ? '1 stroke' : `${strokes.length} strokes`} on the body map</dd>
        </>
      )}
      {sectionSummaries(record).map(({ section, title, beginning }) => (
        <SectionLine key={section} title={title} beginning={beginning} />
      ))}
    </dl>
  )
}

function CourseLine({ course }: { course: FindingCourse }) {
  const { before, after } = course
  const first = before ?? after
  if (!first) return null
  const severity = before && after ? `${before.severity} → ${after.severity}` : first.severity
  return (
    <li>
      <KindBadge kind={first.kind} size={15} />
      {findingName(first)} <b>{severity}</b>
      {!first.isConfirmed && <span className={classes.empty}>not confirmed</span>}
    </li>
  )
}

/** "Swedish 18 min, Myofascial release 20 min": each technique once, in the order of first use. */
function treatedWords(areas: SessionRecord['treatedAreas']): string {
  return [...Map.groupBy(areas, ({ technique }) => technique)]
    .map(([technique, alike]) => {
      const minutes = alike.reduce((sum, area) => sum + (area.minutes ?? 0), 0)
      return minutes === 0 ? technique : `${technique} ${minutes} min`
    })
    .join(', ')
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
