// What the therapist should know before signing without having to answer: sentences whose mark is gone.
import classes from './SignDialog.module.css'

export function SignNotices({ withoutMark }: { withoutMark: readonly string[] }) {
  if (withoutMark.length === 0) return null
  return (
    <div className={classes.notices} role="note" aria-label="Sentences without a mark">
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
