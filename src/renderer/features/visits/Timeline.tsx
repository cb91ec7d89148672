// Which visit is looked at, and what it is compared with: slider, steps, play.
import { ActionIcon, NativeSelect } from '@mantine/core'
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
} from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import type { Baseline } from './differences.ts'
import slider from './slider.module.css'
import classes from './Timeline.module.css'
import type { Playback } from './usePlayback.ts'
import { VisitTicks, visitWords } from './VisitTicks.tsx'

interface Props {
  visits: readonly Visit[]
  playback: Playback
  baseline: Baseline
  onBaseline: (baseline: Baseline) => void
}

const icon = { size: 15, 'aria-hidden': true } as const

export function Timeline({ visits, playback, baseline, onBaseline }: Props) {
  const { at, isPlaying, goTo, togglePlaying } = playback
  const last = visits.length - 1
  const input = useRef<HTMLInputElement>(null)
  // The visits are what this dialog is for: the arrow keys move through them at once.
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  return (
    <div className={classes.timeline}>
      <div className={classes.line}>
        <p className={classes.visit}>
          {visitWords(visits, at)}
          {visits[at]?.isSigned === false && <span className={classes.draft}>draft</span>}
        </p>
        <BaselineSelect visits={visits} baseline={baseline} onBaseline={onBaseline} />
      </div>
      <div className={classes.line}>
        <div className={classes.buttons}>
          <Step label="Previous visit" isAtEnd={at === 0} onClick={() => goTo(at - 1)}>
            <IconPlayerSkipBackFilled {...icon} />
          </Step>
          <ActionIcon
            variant="filled"
            size={34}
            radius="xl"
            aria-label={isPlaying ? 'Pause' : 'Play'}
            {...disabled(last < 1)}
            onClick={togglePlaying}
          >
            {isPlaying ? <IconPlayerPauseFilled {...icon} /> : <IconPlayerPlayFilled {...icon} />}
          </ActionIcon>
          <Step label="Next visit" isAtEnd={at === last} onClick={() => goTo(at + 1)}>
            <IconPlayerSkipForwardFilled {...icon} />
          </Step>
        </div>
        <div className={slider.slider}>
          <div className={slider.track} />
          <div className={slider.filled} style={{ width: `${last < 1 ? 0 : (at / last) * 100}%` }} />
          <input
            ref={input}
            type="range"
            className={slider.range}
            min={0}
            max={Math.max(1, last)}
            step={1}
            value={at}
            disabled={last < 1}
            aria-label="Visit"
            aria-valuetext={visitWords(visits, at)}
            onChange={(event) => goTo(event.currentTarget.valueAsNumber)}
          />
          <VisitTicks visits={visits} />
        </div>
      </div>
    </div>
  )
}

/** Looks disabled and stays focusable, so that the focus is not lost. */
const disabled = (isDisabled: boolean) => (isDisabled ? { 'aria-disabled': true, 'data-disabled': true } : {})

interface StepProps {
  label: string
  isAtEnd: boolean
  onClick: () => void
  children: React.ReactNode
}

const Step = ({ label, isAtEnd, onClick, children }: StepProps) => (
  <ActionIcon
    className={classes.step ?? ''}
    variant="subtle"
    color="gray"
    {...(isAtEnd ? {} : { c: 'var(--p-ink)' })}
    size={32}
    aria-label={label}
    {...disabled(isAtEnd)}
    onClick={() => {
      if (!isAtEnd) onClick()
    }}
  >
    {children}
  </ActionIcon>
)

interface BaselineProps {
  visits: readonly Visit[]
  baseline: Baseline
  onBaseline: (baseline: Baseline) => void
}

const BaselineSelect = memo(({ visits, baseline, onBaseline }: BaselineProps) => (
  <label className={classes.baseline} htmlFor="compare-with">
    Compare with
    <NativeSelect
      id="compare-with"
      size="xs"
      value={baseline}
      disabled={visits.length < 2}
      onChange={(event) => onBaseline(event.currentTarget.value)}
    >
      <option value="previous">the visit before</option>
      <option value="first">the first visit</option>
      <optgroup label="A chosen visit">
        {visits.map(({ sessionId, number, serviceStart }) => (
          <option key={sessionId} value={sessionId}>
            {longDateWords(serviceStart)} (visit {number})
          </option>
        ))}
      </optgroup>
    </NativeSelect>
  </label>
))
