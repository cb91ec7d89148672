// What is still open before a note is signed: unconfirmed findings, sentences without a mark. Signing stays possible.
import { Button } from '@mantine/core'
import classes from './SignDialog.module.css'
import type { SignWarnings } from './signSummary.ts'

interface Props extends SignWarnings {
  onShowMap: () => void
}

export function SignNotices({ unconfirmed, withoutMark, onShowMap }: Props) {
  if (unconfirmed === 0 && withoutMark.length === 0) return null
  return (
    <div className={classes.notices} role="note" aria-label="Before you sign">
      {unconfirmed > 0 && (
        <div className={classes.unconfirmed}>
          <span>
            {unconfirmed === 1
              ? '1 finding from last visit is not confirmed'
              : `${unconfirmed} findings from last visit are not confirmed`}
          </span>
          <Button variant="default" size="compact-sm" onClick={onShowMap}>
            Back to the map
          </Button>
        </div>
      )}
      {withoutMark.length > 0 && (
        <div className={classes.withoutMark}>
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
      )}
    </div>
  )
}
