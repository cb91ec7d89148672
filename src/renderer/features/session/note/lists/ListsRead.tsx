// Techniques, treated areas, homework and the timed minutes of a signed note.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { treatedSentence } from '#shared/domain/bodymap/treatment.ts'
import { timedMinutes } from '#shared/domain/timer.ts'
import { itemsInWords } from '#shared/domain/sessionItem.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import classes from './SessionLine.module.css'

type Listed = Pick<SessionRecord, 'techniques' | 'homework' | 'timedSpans' | 'treatedAreas' | 'updatedAt'>

export function ListsRead({ record }: { record: Listed }) {
  const { techniques, homework, timedSpans, treatedAreas, updatedAt } = record
  const minutes = timedMinutes(timedSpans, updatedAt)
  const lines = [
    ['Techniques', itemsInWords(techniques, longDateWords)],
    ['Treated', treatedAreas.map(treatedSentence).join(' ')],
    ['Homework', itemsInWords(homework, longDateWords)],
    ['Timer', minutes === 0 ? '' : `${minutes} min`],
  ] as const
  const shown = lines.filter(([, words]) => words !== '')
  if (shown.length === 0) return null
  return (
    <dl className={classes.read}>
      {shown.map(([name, words]) => (
        <div key={name} className={classes.readLine}>
          <dt className={classes.label}>{name}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
