// A score from 0 to 10 in one tap: a native slider (keys, touch, assistive technology) that looks like a row of numbers.
import { useRef, type KeyboardEvent } from 'react'
import { latinDigits } from '#shared/domain/text.ts'
import scoreStep from './scoreStep.module.css'
import classes from './ScoreInput.module.css'
import { ourKeys } from './inputMethodKeys.ts'

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
          className={`${scoreStep.step} ${classes.step}`}
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

/** Two digits within this time are read as one number: 1, 0. */
const digitMilliseconds = 700

/**
 * Digits typed into a score from 0 to 10: one key sets it, 1 and then 0 make 10.
 * @param onChange takes the score that was typed
 * @param onClear takes the score back: Delete and Backspace, where it can be
 * @returns the key handler; it ignores other keys
 */
export function useScoreKeys(onChange: (value: number) => void, onClear?: () => void) {
  const typed = useRef({ digit: '', at: 0 })
  return (event: KeyboardEvent) => {
    if (onClear && (event.key === 'Delete' || event.key === 'Backspace')) return onClear()
    const digit = latinDigits(event.key)
    if (!/^\d$/.test(digit) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const isTen = typed.current.digit === '1' && digit === '0' && event.timeStamp - typed.current.at < digitMilliseconds
    typed.current = { digit, at: event.timeStamp }
    onChange(isTen ? highest : Number(digit))
  }
}
