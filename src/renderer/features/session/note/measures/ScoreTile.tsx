// Scores from 0 to 10 in a tile. By key: a digit sets the score, Tab goes on. By mouse or finger: the tile opens a scale.
import {
  Fragment,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import type { Change } from '#shared/domain/measureChange.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { useScoreKeys } from '#renderer/ui/ScoreInput.tsx'
import scoreStep from '#renderer/ui/scoreStep.module.css'
import classes from './measures.module.css'
import { Arrow, RowContext, Tile } from './Tile.tsx'

export interface TileScore {
  /** The slider's accessible name. */
  readonly label: string
  /** What stands before its row of the scale: "before", "after"; empty where there is only one. */
  readonly row: string
  /** 0–10, or null. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

interface Props {
  name: string
  head?: ReactNode
  scores: readonly TileScore[]
  change: Change
  /** The first score takes the focus when the tile appears. */
  takesFocus?: boolean
}

const unset = -1
const steps = Array.from({ length: 12 }, (_, index) => index + unset)

export function ScoreTile({ name, head, scores, change, takesFocus = false }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const faces = useRef<HTMLDivElement>(null)
  const sliders = () => [...(faces.current?.querySelectorAll('input') ?? [])]

  const open = () => {
    setIsOpen(true)
    if (sliders().some((slider) => slider === document.activeElement)) return
    const empty = scores.findIndex(({ value }) => value === null)
    sliders()[Math.max(0, empty)]?.focus()
  }
  const choose = (index: number, value: number) => {
    scores[index]?.onChange(value < 0 ? null : value)
    if (index === scores.length - 1) setIsOpen(false)
    else sliders()[index + 1]?.focus()
  }
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setIsOpen(false)
  }

  return (
    // The sliders within handle keys; the ground only opens the scale for a mouse or finger.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.score} onBlur={onBlur} onKeyDown={ourKeys(onKeyDown)}>
      <Tile name={name} {...(head !== undefined && { head })} change={change}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
        <div ref={faces} className={classes.faces} onClick={open}>
          {scores.map((score, index) => (
            <Fragment key={score.label}>
              {index > 0 && <Arrow />}
              <Face {...score} takesFocus={takesFocus && index === 0} />
            </Fragment>
          ))}
        </div>
      </Tile>
      {isOpen && (
        <Scale>
          {scores.map(({ label, row, value }, index) => (
            <div key={label} className={classes.scaleRow}>
              {row && <span className={classes.scaleName}>{row}</span>}
              {steps.map((step) => (
                // The slider is the control for keys and assistive technology; this is its face for a finger.
                // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
                <span
                  key={step}
                  className={`${scoreStep.step} ${classes.step}`}
                  data-chosen={step === (value ?? unset) || undefined}
                  // The slider keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(index, step)}
                >
                  {step < 0 ? '–' : step}
                </span>
              ))}
            </div>
          ))}
        </Scale>
      )}
    </div>
  )
}

/** The scale's ground: under its tile, moved as far as it takes to stay within the row. */
function Scale({ children }: { children: ReactNode }) {
  const ground = useRef<HTMLDivElement>(null)
  const row = useContext(RowContext)
  useLayoutEffect(() => {
    const scale = ground.current
    if (!scale || !row?.current) return
    const over = scale.getBoundingClientRect().right - row.current.getBoundingClientRect().right
    scale.style.insetInlineStart = `${Math.min(0, -over)}px`
  }, [row])
  return (
    <div ref={ground} className={classes.scale} style={{ insetInlineStart: 0 }} aria-hidden>
      {children}
    </div>
  )
}

/** The number under an invisible slider. */
function Face({ label, value, onChange, takesFocus }: TileScore & { takesFocus: boolean }) {
  const onKeyDown = useScoreKeys(onChange, () => onChange(null))
  return (
    <span className={classes.face}>
      <input
        type="range"
        className={classes.slider}
        min={unset}
        max={10}
        step={1}
        value={value ?? unset}
        aria-label={label}
        aria-valuetext={value === null ? 'not recorded' : `${value} of 10`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        onChange={({ currentTarget: { valueAsNumber } }) => onChange(valueAsNumber < 0 ? null : valueAsNumber)}
        onKeyDown={ourKeys(onKeyDown)}
      />
      <span className={classes.number} data-empty={value === null || undefined} aria-hidden>
        {value ?? '–'}
      </span>
    </span>
  )
}
