// Beside a signed section's title: which visit the text is from that was left unconfirmed.
import { carriedRuns } from '#shared/domain/note/carried.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { useDateFormat } from '#renderer/ui/dateFormat.ts'
import { shortDateWords } from '#renderer/ui/dateWords.ts'
import classes from './CarriedBadge.module.css'
import { andWords } from '#shared/domain/wordLists.ts'

/** Seen only: the text says the same after each passage to those who hear it. */
export function CarriedNote({ document }: { document: NoteDocument }) {
  useDateFormat()
  const dates = [...new Set(carriedRuns(document).map(({ date }) => shortDateWords(date, today())))]
  if (dates.length === 0) return null
  return (
    <span className={classes.badge} aria-hidden>
      from {andWords(dates)}, not confirmed
    </span>
  )
}
