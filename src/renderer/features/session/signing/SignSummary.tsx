// The note at a glance before it is signed: what is in it, and what is not.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import { allMeasureLines, lineInWords } from '#shared/domain/measureLines.ts'
import { courseId, findingCourses, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { findingName, KindBadge } from '#renderer/features/bodymap/index.ts'
import { dateWords, timeWords } from '#renderer/ui/dateWords.ts'
import { entryDateIfLater } from '../sessionWords.ts'
import classes from './SignDialog.module.css'
import { sectionSummaries } from './signSummary.ts'

const shownFindings = 5

export function SignSummary({ record }: { record: SessionRecord }) {
  const { client, details, findings, strokes, treatedAreas, techniques, homework } = record
  const treatment = treatedWords(treatedAreas, techniques)
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
        {record.lateEntryReason !== null && ` · late entry: ${record.lateEntryReason}`}
      </dd>
      <dt>Place</dt>
      <dd>
        {details.place === 'practice' ? 'At the practice' : ['Visit', details.visitAddress].filter(Boolean).join(': ')}
      </dd>
      <dt>Measures</dt>
      <dd dir="auto">{measureWords(record)}</dd>
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
      {treatment !== '' && <Line name="Treated" words={treatment} />}
      {homework.length > 0 && <Line name="Homework" words={homework.map(({ text }) => text).join(', ')} />}
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
      {!first.isConfirmed && <span className={classes.unconfirmed}>not confirmed</span>}
    </li>
  )
}

/** "Swedish 18 min, Myofascial release 20 min, Cupping": each technique once, those of the map first. */
function treatedWords(areas: SessionRecord['treatedAreas'], techniques: SessionRecord['techniques']): string {
  const onMap = [...Map.groupBy(areas, ({ technique }) => technique)].map(([technique, alike]) => {
    const minutes = alike.reduce((sum, area) => sum + (area.minutes ?? 0), 0)
    return { technique, words: minutes === 0 ? technique : `${technique} ${minutes} min` }
  })
  const listed = techniques.filter(({ text }) => !onMap.some(({ technique }) => technique === text))
  return [...onMap.map(({ words }) => words), ...listed.map(({ text }) => text)].join(', ')
}

const Line = ({ name, words }: { name: string; words: string }) => (
  <>
    <dt>{name}</dt>
    <dd dir="auto">{words}</dd>
  </>
)

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

/** "Pain 7 → 3 much better · Sleep 6.5 h". */
const measureWords = (record: SessionRecord): string =>
  allMeasureLines(record).map(lineInWords).join(' · ') || 'none recorded'
