// The differences of a visit on one figure: a tint over each region, and a mark with sign and severity.
import { memo, useMemo } from 'react'
import type { ChangeKind } from '#shared/domain/bodymap/comparison.ts'
import { ExactEnds, FanLines, PileDisc, type ShownFigure } from '#renderer/figure/index.ts'
import changes from './change.module.css'
import { ChangeDisc } from './changeGlyphs.tsx'
import { placeDifferences } from './differencePlaces.ts'
import { markSeverity, type Difference } from './differences.ts'
import classes from './VisitFigure.module.css'

interface TintProps {
  figure: ShownFigure
  /** In the order of their weight: the first one of a region gives it its colour. */
  differences: readonly Difference[]
}

export const DifferenceTints = memo(({ figure, differences }: TintProps) => {
  const heaviest = new Map(
    differences.toReversed().map(({ change, finding: { regionId } }) => [regionId, change ?? undefined]),
  )
  return (
    <g aria-hidden>
      {figure.drawing.regions
        .filter(({ regionId }) => heaviest.has(regionId))
        .map(({ regionId, path }) => (
          <path
            key={regionId}
            className={`${changes.change} ${classes.tint}`}
            data-change={heaviest.get(regionId)}
            d={path}
          />
        ))}
    </g>
  )
})

interface MarksProps extends TintProps {
  /** All figures that are shown: each difference is marked on one of them. */
  figures: readonly ShownFigure[]
  /** Of a mark, in figure units. */
  radius: number
}

/** The most important is drawn last, above the others. A mark away from its region, or a pile, carries its regions. */
export function DifferenceMarks({ figure, figures, differences, radius }: MarksProps) {
  const placed = useMemo(
    () => placeDifferences(figures, differences, radius).get(figure.key) ?? [],
    [figure, figures, differences, radius],
  )
  return (
    <>
      <FanLines placed={placed} radius={radius} />
      {placed.toReversed().map(({ items, isAway, x, y }) => (
        <g
          key={items[0].key}
          className={isAway ? classes.pressed : undefined}
          data-mark-regions={[...new Set(items.map(({ finding }) => finding.regionId))].join(' ')}
        >
          {items.length > 1 ? (
            <g className={classes.mark} transform={`translate(${x} ${y}) scale(${radius / 10})`}>
              <PileDisc count={items.length} />
            </g>
          ) : (
            <DifferenceMark change={items[0].change} severity={markSeverity(items[0])} x={x} y={y} radius={radius} />
          )}
        </g>
      ))}
      <ExactEnds placed={placed} radius={radius} />
    </>
  )
}

interface OneProps {
  change: ChangeKind | null
  /** Now; of what is gone, the last one. 0 where it was never rated. */
  severity: number
  /** Centre and radius in figure units. */
  x: number
  y: number
  radius: number
}

/** One difference. Where there is nothing to compare with it is only the number. */
const DifferenceMark = memo(({ change, severity, x, y, radius }: OneProps) => {
  return (
    <g className={classes.mark} transform={`translate(${x} ${y}) scale(${radius / 10})`}>
      <circle className={classes.ring} r="11.8" />
      {change === null ? (
        <>
          <circle className={classes.plain} r="10" />
          <text className={classes.plainNumber} y="4">
            {severity > 0 ? severity : '•'}
          </text>
        </>
      ) : (
        <>
          <ChangeDisc change={change} />
          {severity > 0 && (
            <g transform="translate(10 -9)" className={changes.change} data-change={change}>
              <circle className={classes.numberGround} r="7.4" />
              <text className={classes.number} y="3.5">
                {severity}
              </text>
            </g>
          )}
        </>
      )}
    </g>
  )
})
