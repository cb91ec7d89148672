// The findings of a session as a table, one row a course with before and after side by side, and the change in a sentence.
import { changeSentence, courseWords } from '#shared/domain/bodymap/changeSentence.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { placeWords, referralWords, isRated } from '#shared/domain/bodymap/findingSentence.ts'
import { courseId, findingCourses, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import classes from './BodyMapOnPaper.module.css'

export function FindingsOnPaper({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  const change = changeSentence(findings)
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col" className={classes.kindColumn}>
              Kind
            </th>
            <th scope="col" className={classes.severityColumn}>
              Severity
            </th>
          </tr>
        </thead>
        <tbody>
          {findingCourses(findings).map((course) => (
            <Row key={courseId(course)} course={course} isChecked={change !== null} />
          ))}
        </tbody>
      </table>
      {change !== null && (
        <p className={classes.change}>
          <b>Change:</b> {unbroken(change)}.
        </p>
      )}
    </>
  )
}

function Row({ course, isChecked }: { course: FindingCourse; isChecked: boolean }) {
  const { before, after } = course
  const finding = (after ?? before) as Finding
  const { numbers, word } = severityCell(course, isChecked)
  const remarks = new Set([before?.remark, after?.remark].filter(Boolean))
  const more = [before?.depth ?? after?.depth, referralWords(course), ...remarks].filter(Boolean)
  const isOpen = [before, after].some((one) => one?.isConfirmed === false)
  return (
    <tr>
      <th scope="row">
        {placeWords(finding)}
        {more.length > 0 && (
          <span className={classes.more} dir="auto">
            {more.join(' · ')}
          </span>
        )}
        {isOpen && <span className={classes.open}>carried over, not confirmed</span>}
      </th>
      <td>
        <span className={classes.ofKind}>
          <KindBadge kind={finding.kind} size={14} />
          {kindWords(course)}
        </span>
      </td>
      <td>
        {numbers !== '' && <b className={classes.number}>{numbers}</b>} <span className={classes.word}>{word}</span>
      </td>
    </tr>
  )
}

/** "Pain", or "Pain, after: numbness / tingling" where something else was found in the same place. */
function kindWords({ before, after }: FindingCourse): string {
  const [was, is] = [before, after].map((finding) => finding && findingKind(finding.kind).name)
  if (was && is && was !== is) return `${was}, after: ${is.toLowerCase()}`
  return was ?? is ?? ''
}

/** A side or a number at the end of a line is easily read with the wrong word. */
const unbroken = (sentence: string) => sentence.replace(/\b([RL]) /gu, '$1\u00a0').replaceAll(' → ', '\u00a0→\u00a0')

/**
 * The severity of a finding in a table's cell: before, after, and the change in a word.
 * @param course of one finding
 * @param isChecked whether anything of the session was looked at after treatment
 * @returns numbers ("7 → 3", or "7/10" alone) and the word beside them; both empty where there is nothing to rate
 */
export function severityCell(
  course: FindingCourse,
  isChecked: boolean,
): { readonly numbers: string; readonly word: string } {
  const rated = [course.before, course.after].some((finding) => finding && isRated(finding))
  const { numbers, word } = courseWords(course)
  const change = word ?? (isChecked ? 'not checked again' : 'before')
  if (!rated) return { numbers: '', word: word === 'new' ? 'new' : '' }
  return { numbers: course.before && course.after ? numbers : `${numbers}/10`, word: change }
}

/** "7→3" on the mark itself; "7" alone, or nothing where there is nothing to rate. */
export function severityOnMark({ before, after }: FindingCourse): string {
  const severities = [before, after].map((finding) => (finding && isRated(finding) ? `${finding.severity}` : ''))
  return severities.filter(Boolean).join('→')
}
