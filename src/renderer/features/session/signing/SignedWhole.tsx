// Everything that a signature locks: part by part as in the note, to be read before signing.
import { memo, type CSSProperties, type ReactNode } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { findingSentence } from '#shared/domain/bodymap/findingSentence.ts'
import { courseId, findingCourses, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { treatedSentence } from '#shared/domain/bodymap/treatment.ts'
import { displayName } from '#shared/domain/client.ts'
import { allMeasureLines, lineInWords } from '#shared/domain/measureLines.ts'
import { sectionIds, sectionNames, type SectionId } from '#shared/domain/note/sections.ts'
import { itemsInWords, type SessionItem } from '#shared/domain/sessionItem.ts'
import { timedMinutes } from '#shared/domain/timer.ts'
import { noGoWords, strokesInWords } from '#renderer/documents/bodyMap/mapInWords.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import { dateWords, longDateWords, timeWords } from '#renderer/ui/dateWords.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import { sentencesWithoutMark } from '#shared/domain/bodymap/courseSentences.ts'
import { entryDateIfLater } from '../sessionWords.ts'
import dialog from './SignDialog.module.css'
import classes from './SignedWhole.module.css'

interface Props {
  record: SessionRecord
  /** How many rows of questions stand above it, which leave it less room. */
  rows: number
  /** When the note was read, UTC: a timer that still runs has its minutes until then. */
  readAt: string
}

/** Rendered once: a note can be long, and the dialog around it renders with every answer and letter. */
export const SignedWhole = memo(({ record, rows, readAt }: Props) => (
  <div
    className={classes.whole}
    style={{ '--rows': rows } as CSSProperties}
    // Focusable, so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
    role="region"
    aria-label="What will be locked"
  >
    <Visit record={record} />
    <Part title="Measures">
      <Lines lines={allMeasureLines(record).map(lineInWords)} none="none recorded" />
    </Part>
    <BodyMapPart record={record} />
    <SectionPart record={record} id="subjective" />
    <SectionPart record={record} id="objective" />
    <TreatmentPart record={record} readAt={readAt} />
    {sectionIds.slice(2).map((id) => (
      <SectionPart key={id} record={record} id={id} />
    ))}
    {record.homework.length > 0 && (
      <Part title="Homework">
        <Lines lines={itemLines(record.homework)} />
      </Part>
    )}
  </div>
))

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={classes.part}>
    <h3 className={classes.title}>{title}</h3>
    <div className={classes.content}>{children}</div>
  </div>
)

const Empty = ({ children }: { children: string }) => <p className={classes.empty}>{children}</p>

function Lines({ lines, none = '' }: { lines: readonly string[]; none?: string }) {
  if (lines.length === 0) return none === '' ? null : <Empty>{none}</Empty>
  return (
    <ul className={classes.lines}>
      {lines.map((line, index) => (
        <li key={index} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  )
}

function Visit({ record }: { record: SessionRecord }) {
  const { client, details, lateEntryReason } = record
  const entered = entryDateIfLater(record, details)
  return (
    <Part title="Visit">
      <p dir="auto">
        <b>{displayName(client)}</b>
        {client.dateOfBirth && `, born ${dateWords(client.dateOfBirth)}`}
      </p>
      <p>
        {dateWords(details.serviceStart)}, {timeWords(details.serviceStart)} · {details.lengthMinutes} min
        {entered && ` · entered ${entered}`}
      </p>
      <p className={classes.address} dir="auto">
        {details.place === 'practice' ? 'At the practice' : ['Visit', details.visitAddress].filter(Boolean).join(': ')}
      </p>
      {lateEntryReason !== null && <p dir="auto">Late entry: {lateEntryReason}</p>}
    </Part>
  )
}

function BodyMapPart({ record }: { record: SessionRecord }) {
  const { findings, strokes, noGoAnswers } = record
  const courses = findingCourses(findings)
  const drawn = strokesInWords(strokes)
  return (
    <Part title={courses.length > 1 ? `Body map, ${courses.length} findings` : 'Body map'}>
      <SignNotices withoutMark={unmarkedSentences(record)} />
      {courses.length === 0 && strokes.length === 0 && <Empty>nothing marked</Empty>}
      {courses.length > 0 && (
        <ul className={classes.findings} aria-label="Findings">
          {courses.map((course) => (
            <CourseLine key={courseId(course)} course={course} />
          ))}
        </ul>
      )}
      {drawn !== '' && <p>Drawn freehand: {drawn}</p>}
      <Lines lines={noGoAnswers.map(noGoWords)} />
    </Part>
  )
}

function CourseLine({ course }: { course: FindingCourse }) {
  const { before, after } = course
  const first = before ?? after
  if (!first) return null
  const isOpen = [before, after].some((one) => one?.isConfirmed === false)
  return (
    <li>
      <KindBadge kind={first.kind} size={15} />
      <span dir="auto">
        {findingSentence(course)}
        {isOpen && <span className={classes.unconfirmed}> Not confirmed.</span>}
      </span>
    </li>
  )
}

function TreatmentPart({ record, readAt }: Omit<Props, 'rows'>) {
  const { techniques, treatedAreas, timedSpans } = record
  const minutes = timedMinutes(timedSpans, readAt)
  const lines = [
    ...itemLines(techniques),
    ...treatedAreas.map(treatedSentence),
    ...(minutes === 0 ? [] : [`Timed: ${minutes} min`]),
  ]
  if (lines.length === 0) return null
  return (
    <Part title="Treatment">
      <Lines lines={lines} />
    </Part>
  )
}

const itemLines = (items: readonly SessionItem[]): readonly string[] =>
  items.map((item) => itemsInWords([item], longDateWords))

function SectionPart({ record, id }: { record: SessionRecord; id: SectionId }) {
  const stored = record.sections.find(({ section }) => section === id)
  return (
    <Part title={sectionNames[id]}>
      {stored?.document && stored.plainText.trim() !== '' ? (
        <div dir="auto">
          <RichText document={stored.document} />
        </div>
      ) : (
        <Empty>empty</Empty>
      )}
    </Part>
  )
}

/** What the therapist should know before signing without having to answer: sentences whose mark is gone. */
function SignNotices({ withoutMark }: { withoutMark: readonly string[] }) {
  if (withoutMark.length === 0) return null
  return (
    <div className={dialog.notices} role="note" aria-label="Sentences without a mark">
      {withoutMark.length === 1
        ? 'The mark of this sentence is no longer on the map:'
        : `The marks of ${withoutMark.length} sentences are no longer on the map:`}
      <ul>
        {withoutMark.map((sentence, index) => (
          <li key={index} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The sentences of the Objective section whose mark is no longer on the body map, as they stand. */
export function unmarkedSentences({
  sections,
  findings,
}: Pick<SessionRecord, 'sections' | 'findings'>): readonly string[] {
  const objective = sections.find(({ section }) => section === 'objective')?.document
  return objective ? sentencesWithoutMark(objective, findings).map(({ text }) => text) : []
}
