// Says on paper of a late entry that it is one: the day of the visit, when it was written, and why only then.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { instantWords, longDateWords } from '#renderer/ui/dateWords.ts'
import classes from './SessionArticle.module.css'

interface Props {
  session: Pick<SessionRecord, 'details' | 'enteredAt' | 'enteredOffset' | 'lateEntryReason'>
}

export function LateEntryOnPaper({ session: { details, enteredAt, enteredOffset, lateEntryReason } }: Props) {
  if (lateEntryReason === null) return null
  return (
    <p className={classes.lateEntry} dir="auto">
      <b>Late entry:</b> visit of {longDateWords(details.serviceStart)}, entered{' '}
      {instantWords(enteredAt, enteredOffset)}. Reason: {lateEntryReason}
    </p>
  )
}
