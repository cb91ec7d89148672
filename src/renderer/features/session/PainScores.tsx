// Pain before and after in one tap each, read as a change.
import { painChange } from '#shared/domain/session.ts'
import { ScoreInput } from '#renderer/ui/ScoreInput.tsx'
import classes from './PainScores.module.css'

export interface Pain {
  readonly painBefore: number | null
  readonly painAfter: number | null
}

interface Props {
  pain: Pain
  onChange: (change: Partial<Pain>) => void
}

export const PainScores = ({ pain, onChange }: Props) => (
  <section className={classes.pain} aria-label="Pain">
    <div className={classes.rows}>
      <span className={classes.label} aria-hidden>
        Pain before
      </span>
      <ScoreInput
        label="Pain before"
        clearable
        value={pain.painBefore}
        onChange={(painBefore) => onChange({ painBefore })}
      />
      <span className={classes.label} aria-hidden>
        Pain after
      </span>
      <ScoreInput
        label="Pain after"
        clearable
        value={pain.painAfter}
        onChange={(painAfter) => onChange({ painAfter })}
      />
    </div>
    <PainChange {...pain} />
  </section>
)

/** "7 → 3 much better". What was not recorded is a dash. */
export function PainChange({ painBefore, painAfter }: Pain) {
  const change = painBefore !== null && painAfter !== null ? painChange(painBefore, painAfter) : null
  const direction = change?.endsWith('better') ? 'better' : change?.endsWith('worse') ? 'worse' : undefined
  if (painBefore === null && painAfter === null) return <div className={classes.change}>not recorded</div>
  return (
    <div className={classes.change} aria-live="polite">
      <span className={classes.numbers}>
        {painBefore ?? '–'} <span className={classes.arrow}>→</span> {painAfter ?? '–'}
      </span>
      {change && (
        <span className={classes.word} data-direction={direction}>
          {change}
        </span>
      )}
    </div>
  )
}
