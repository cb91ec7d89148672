// One entry of the audit log, and the headings over its columns.
import { Link } from 'wouter'
import type { ShownEntry } from '#shared/contract/audit.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { dayWords, instantWordsToTheSecond } from '#renderer/ui/dateWords.ts'
import classes from './AuditRow.module.css'
import { actWords, placeOfRecord, subjectWords } from './entryWords.ts'

/** The height of the row in CSS pixels. */
export const auditRowHeight = 48
export const auditRowHeadingHeight = 32

export function AuditRow({ entry }: { entry: ShownEntry }) {
  const subject = subjectWords(entry, (wallTime) => dayWords(wallTime, today()))
  const place = placeOfRecord(entry)
  const act = actWords(entry)
  const time = instantWordsToTheSecond(entry.at, entry.atOffset)
  return (
    <div className={classes.row} data-missing={entry.act === 'entries missing' || undefined}>
      <span className={classes.subject}>
        {place === null ? (
          // The arrow keys stop at every entry, also where there is nothing to open.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <span className={classes.text} tabIndex={0} dir="auto" title={subject}>
            {subject}
          </span>
        ) : (
          <Link
            href={place}
            className={classes.link}
            dir="auto"
            title={subject}
            aria-label={`${subject}, ${act}, ${time}`}
          >
            {subject}
          </Link>
        )}
      </span>
      <span title={act}>{act}</span>
      <span className={classes.time} title={time}>
        {time}
      </span>
    </div>
  )
}

export const AuditRowHeadings = () => (
  <div className={classes.headings} aria-hidden>
    <span className={classes.subject}>Record</span>
    <span>Act</span>
    <span>When</span>
  </div>
)
