// Says of a late entry that it is one: the day of the visit, the day of writing, and why.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { useDateFormat } from '#renderer/ui/dateFormat.ts'
import { dateWords, instantDayOnScreen } from '#renderer/ui/dateWords.ts'
import classes from './LateEntryLine.module.css'

interface Props {
  record: Pick<SessionRecord, 'enteredAt' | 'enteredOffset' | 'lateEntryReason'>
  details: SessionDetails
}

export function LateEntryLine({ record: { enteredAt, enteredOffset, lateEntryReason }, details }: Props) {
  useDateFormat()
  if (lateEntryReason === null) return null
  const facts = [`visit ${dateWords(details.serviceStart)}`, `entered ${instantDayOnScreen(enteredAt, enteredOffset)}`]
  return (
    <p className={classes.line} role="note" aria-label="Late entry">
      <strong>Late entry</strong> · {facts.join(' · ')} · <span dir="auto">{lateEntryReason}</span>
    </p>
  )
}
