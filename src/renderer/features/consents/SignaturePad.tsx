// A pad for a signature: pen with pressure, finger or mouse, drawn as the strokes of the body map are. A palm beside a pen draws nothing.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { drawingOn, followPointers } from '#renderer/features/bodymap/index.ts'
import { outlineOf } from '#renderer/figure/index.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { padSize } from '#shared/domain/consent/consent.ts'
import classes from './SignaturePad.module.css'

export type Lines = readonly (readonly number[])[]

interface Props {
  /** Whose signature it is. */
  label: string
  lines: Lines
  onChange: (lines: Lines) => void
}

export function SignaturePad({ label, lines, onChange }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const live = useRef<SVGGElement>(null)
  const latest = useLatest({ lines, onChange })
  useEffect(() => {
    if (!svg.current || !live.current) return undefined
    const drawing = drawingOn(live.current, (points) => latest.current.onChange([...latest.current.lines, points]))
    return followPointers(svg.current, drawing)
  }, [latest])
  const isEmpty = lines.length === 0
  return (
    <div className={classes.pad}>
      <svg
        ref={svg}
        viewBox={`0 0 ${padSize.width} ${padSize.height}`}
        role="img"
        aria-label={`${label}: ${isEmpty ? 'not signed yet' : 'signed'}`}
      >
        <line x1={60} x2={padSize.width - 60} y1={270} y2={270} className={classes.base} />
        {lines.map((line) => (
          <path key={line.join(' ')} d={outlineOf(line)} className={classes.ink} />
        ))}
        <g ref={live} className={classes.ink} />
      </svg>
      {isEmpty && (
        <span className={classes.hint} aria-hidden>
          Sign here
        </span>
      )}
      <Button
        className={classes.clear ?? ''}
        variant="default"
        size="compact-sm"
        disabled={isEmpty}
        onClick={() => onChange([])}
      >
        Clear signature
      </Button>
    </div>
  )
}

interface PictureProps {
  lines: Lines
  /** What it shows, in words. */
  label: string
}

/** A signature as it was drawn, cut to its own size: it fills the height that it is given. */
export function SignaturePicture({ lines, label }: PictureProps) {
  const xs = lines.flatMap((line) => line.filter((_, index) => index % 3 === 0))
  const ys = lines.flatMap((line) => line.filter((_, index) => index % 3 === 1))
  const room = 8
  const [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room]
  const [width, height] = [Math.max(...xs) - left + room, Math.max(...ys) - top + room]
  return (
    <svg className={classes.picture} viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-label={label}>
      {lines.map((line) => (
        <path key={line.join(' ')} d={outlineOf(line)} className={classes.ink} />
      ))}
    </svg>
  )
}
