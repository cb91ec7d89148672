// One session on paper: when and where, pain and other measures, body map, the four sections, techniques and homework,
// the signature with what was asked before it, what was added later, and the private remark.
import { memo } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { entryDay } from '#shared/domain/lateEntry.ts'
import { sectionIds, sectionNames } from '#shared/domain/note/sections.ts'
import { instantDayWords, useDateFormat, wallTimeWords, instantWords, longDateWords } from '#renderer/ui/dateWords.ts'
import { partsBesideSections } from '#shared/domain/note/parts.ts'
import { painChange } from '#shared/domain/session.ts'
import { timedMinutes } from '#shared/domain/timer.ts'
import { AdditionOnPaper, AmendedOnPaper, AmendedPartsOnPaper } from './AdditionOnPaper.tsx'
import { BodyMapOnPaper } from './bodyMap/BodyMapOnPaper.tsx'
import { hasBodyMap } from './bodyMap/mapOfSession.ts'
import dataClasses from './Data.module.css'
import { Part, Data, TextOnPaper } from './parts.tsx'
import classes from './SessionArticle.module.css'
import { SignatureLine } from './SignatureLine.tsx'
import { itemsInWords } from '#shared/domain/sessionItem.ts'
import { measureLines } from '#shared/domain/measureLines.ts'
import type { SessionMeasures } from '#shared/domain/measures.ts'
import { notCompleteWords } from '#shared/domain/salvage.ts'
import { answerWords } from '#shared/domain/record/questionWords.ts'

interface Props {
  session: SessionRecord
  practiceName: string
  withDrawing: boolean
}

/** A signed session, or a draft under its watermark and a line that says so on every page. */
export const SessionArticle = memo(function SessionArticle(props: Props) {
  const { session } = props
  useDateFormat()
  if (session.signature) {
    return (
      <article className={classes.session}>
        <Session {...props} />
      </article>
    )
  }
  return (
    <article className={`${classes.session} ${classes.draft}`}>
      <div className={classes.draftPages}>
        <div className={classes.draftLine}>
          <p>Unsigned draft, session {session.number}: not part of the signed record</p>
        </div>
        <div className={classes.draftBody}>
          <Session {...props} />
        </div>
      </div>
    </article>
  )
})

function Session({ session, practiceName, withDrawing }: Props) {
  return (
    <>
      <div className={classes.sessionHead}>
        <h2 className={classes.sessionTitle}>
          Session {session.number} · {wallTimeWords(session.details.serviceStart)}
        </h2>
        <dl className={dataClasses.facts}>
          <Data name="Pain" value={<Pain before={session.painBefore} after={session.painAfter} />} />
          <Data name="Length" value={`${session.details.lengthMinutes} min`} />
          <Data name="Timed" value={timedWords(session)} />
          <Data name="Place" value={placeWords(session)} />
          <Data name="Entered" value={entryWords(session)} />
        </dl>
        <LateEntryOnPaper session={session} />
        <OriginOnPaper origin={session.origin} />
        <LossOnPaper lost={session.lost} />
        <AmendedPartsOnPaper session={session} parts={partsBesideSections} />
      </div>
      <MeasuresOnPaper measures={session.measures} />
      {hasBodyMap(session) && <BodyMapOnPaper record={session} withDrawing={withDrawing} />}
      {sectionIds.map((id) => {
        const section = session.sections.find((candidate) => candidate.section === id)
        return (
          <Part key={id} name={sectionNames[id]}>
            {section && section.plainText.trim() !== '' ? (
              <TextOnPaper of={section} />
            ) : (
              <p className={classes.nothing}>—</p>
            )}
            <AmendedOnPaper session={session} target={{ part: id, addendumId: null }} />
          </Part>
        )
      })}
      <ListsOnPaper techniques={session.techniques} homework={session.homework} />
      {session.signature && (
        <Part name="Signature" kind="signature">
          <SignatureLine signature={session.signature} practiceName={practiceName} />
          <SignAnswersOnPaper answers={session.signAnswers} />
        </Part>
      )}
      {session.addenda.map((addendum) => (
        <AdditionOnPaper key={addendum.id} addition={addendum} session={session} practiceName={practiceName} />
      ))}
      <PrivateRemarkOnPaper text={session.privateRemark} />
    </>
  )
}

function Pain({ before, after }: { before: number | null; after: number | null }) {
  if (before === null && after === null) return 'not recorded'
  if (before === null) return `${after} after`
  if (after === null) return `${before} before`
  return (
    <>
      <b className={classes.pain}>
        {before} → {after}
      </b>{' '}
      {painChange(before, after)}
    </>
  )
}

/** The timer's time, or nothing where it did not run. */
function timedWords({ timedSpans, updatedAt }: SessionRecord): string {
  const minutes = timedMinutes(timedSpans, updatedAt)
  return minutes === 0 ? '' : `${minutes} min`
}

function placeWords({ details: { place, visitAddress } }: SessionRecord): string {
  if (place === 'practice') return 'Practice'
  return visitAddress === '' ? 'Visit' : `Visit: ${visitAddress.replace(/\s*\n\s*/gu, ', ')}`
}

/** The entry date where it is another day than the service date: a note written later is a late entry, and says so. */
function entryWords(session: SessionRecord): string | null {
  const day = entryDay(session.details.serviceStart, session)
  if (day === 'same') return null
  const entered = instantDayWords(session.enteredAt, session.enteredOffset)
  return day === 'later' ? `${entered} (late entry)` : entered
}

/** Says on paper of a late entry that it is one: the day of the visit, when it was written, and why only then. */
function LateEntryOnPaper({ session }: { session: SessionRecord }) {
  const { details, enteredAt, enteredOffset, lateEntryReason } = session
  if (lateEntryReason === null) return null
  return (
    <p className={classes.lateEntry} dir="auto">
      <b>Late entry:</b> visit of {longDateWords(details.serviceStart)}, entered{' '}
      {instantWords(enteredAt, enteredOffset)}. Reason: {lateEntryReason}
    </p>
  )
}

/** Says on paper of a session that was brought in from another copy that it was, and what it was there. */
function OriginOnPaper({ origin }: Pick<SessionRecord, 'origin'>) {
  if (origin === null) return null
  const { broughtInAt, broughtInOffset, signature } = origin
  return (
    <p className={classes.lateEntry} dir="auto">
      <b>From another copy of the records,</b> brought in {instantWords(broughtInAt, broughtInOffset)}; there{' '}
      {signature === null
        ? 'a draft.'
        : `signed ${instantWords(signature.signedAt, signature.signedOffset)} by ${signature.signerName}, fingerprint ${signature.fingerprint}.`}
    </p>
  )
}

/** Says on paper of a session of which something could not be read when the vault was salvaged that it is not complete. */
function LossOnPaper({ lost }: Pick<SessionRecord, 'lost'>) {
  const words = notCompleteWords(lost)
  if (words === null) return null
  return (
    <p className={classes.lateEntry}>
      <b>Not complete:</b> {words}
    </p>
  )
}

/** Techniques and homework of a session on paper, each a part of its own where there is any. */
function ListsOnPaper({ techniques, homework }: Pick<SessionRecord, 'techniques' | 'homework'>) {
  const parts = [
    ['Techniques', itemsInWords(techniques)],
    ['Homework', itemsInWords(homework)],
  ] as const
  return parts
    .filter(([, words]) => words !== '')
    .map(([name, words]) => (
      <Part key={name} name={name}>
        <p dir="auto">{words}</p>
      </Part>
    ))
}

/** The measures of a session on paper, but for pain, which stands with the session's facts. */
function MeasuresOnPaper({ measures }: { measures: SessionMeasures }) {
  const lines = measureLines(measures)
  if (lines.length === 0) return null
  return (
    <Part name="Measures">
      <dl className={dataClasses.facts}>
        {lines.map(({ key, name, value, change }) => (
          <Data
            key={key}
            name={name}
            value={
              <>
                <b className={classes.pain}>{value}</b> {change.words}
              </>
            }
          />
        ))}
      </dl>
    </Part>
  )
}

/** The therapist's private remark on paper. It is in the record of a file only where somebody chose to print it. */
function PrivateRemarkOnPaper({ text }: { text: string }) {
  if (text === '') return null
  return (
    <Part name="Private remark">
      <p className={classes.plain} dir="auto">
        {text}
      </p>
      <p className={classes.unreadable}>The therapist’s own remark. It is not a part of the note and was not signed.</p>
    </Part>
  )
}

/** Under the signature: what was asked before it, and what was answered. */
function SignAnswersOnPaper({ answers }: { answers: SessionRecord['signAnswers'] }) {
  if (answers.length === 0) return null
  return <p className={classes.answers}>Asked before signing: {answers.map(answerWords).join('; ')}.</p>
}
