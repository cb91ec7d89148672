// A score from 0 to 10 in one tap: a native slider (keys, touch, assistive technology) drawn as a row of numbers.
import classes from './ScoreInput.module.css'
import { useScoreKeys } from './useScoreKeys.ts'

interface Props {
  /** The accessible name. */
  label: string
  /** 0–10, or null while nothing is recorded. */
  value: number | null
  onChange: (value: number | null) => void
  /** Offers "–", which takes the score back to "not recorded". */
  clearable?: boolean
}

const highest = 10
const unset = -1

export function ScoreInput({ label, value, onChange, clearable = false }: Props) {
  const lowest = clearable ? unset : 0
  const choose = (next: number) => onChange(next < 0 ? null : next)

  const onKeyDown = useScoreKeys(onChange, clearable)
  const steps = Array.from({ length: highest - lowest + 1 }, (_, index) => index + lowest)
  const current = value ?? unset
  return (
    <div className={classes.score} style={{ '--steps': steps.length } as React.CSSProperties}>
      {steps.map((step) => (
        <span
          key={step}
          className={classes.step}
          data-chosen={step === current || undefined}
          data-below={(step >= 0 && step < current) || undefined}
          aria-hidden
        >
          {step < 0 ? '–' : step}
        </span>
      ))}
      <input
        type="range"
        className={classes.range}
        min={lowest}
        max={highest}
        step={1}
        value={value ?? unset}
        aria-label={label}
        aria-valuetext={value === null ? 'not recorded' : `${value} of 10`}
        onChange={(event) => choose(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
