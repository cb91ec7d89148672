// A faint tint over every region that has a finding, in each view that shows the region.
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import classes from './figure.module.css'

interface Props {
  figure: FigureView
  findings: readonly Finding[]
}

export function RegionTints({ figure, findings }: Props) {
  return (
    <g aria-hidden>
      {figure.regions.map(({ regionId, path }) => {
        const newest = findings.findLast((finding) => finding.regionId === regionId)
        return (
          newest && <path key={regionId} className={classes.tint} d={path} fill={findingKind(newest.kind).colour} />
        )
      })}
    </g>
  )
}
