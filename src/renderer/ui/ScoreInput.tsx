// A score from 0 to 10 in one tap: a native slider (keys, touch, assistive technology) that looks like a row of numbers.
import classes from './ScoreInput.module.css'
import { ourKeys } from './inputMethodKeys.ts'
import { useScoreKeys } from './useScoreKeys.ts'

interface Props {
  /** The accessible name. */
  label: string
  /** 0–10 */
  value: number
  onChange: (value: number) => void
}

const highest = 10
const steps = Array.from({ length: highest + 1 }, (_, step) => step)

export function ScoreInput({ label, value, onChange }: Props) {
  const onKeyDown = useScoreKeys(onChange)
  return (
    <div className={classes.score} style={{ '--steps': steps.length } as React.CSSProperties}>
      {steps.map((step) => (
        <span
          key={step}
          className={classes.step}
          data-chosen={step === value || undefined}
          data-below={step < value || undefined}
          aria-hidden
        >
          {step}
        </span>
      ))}
      <input
        type="range"
        className={classes.range}
        min={0}
        max={highest}
        step={1}
        value={value}
        aria-label={label}
        aria-valuetext={`${value} of 10`}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        onKeyDown={ourKeys(onKeyDown)}
      />
    </div>
  )
}
