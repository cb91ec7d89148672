// The layers of a drawing besides marks: no-go areas hatched, last visit's marks faint, referrals as zone and arrow, and a
// tint over regions with findings.
import { memo, useId } from 'react'
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import type { ShownNoGo } from '#shared/domain/bodymap/noGo.ts'
import classes from './MapLayers.module.css'
import { placeMarks, type PlacedMark, type PlacedOn } from '../marks/markPlacement.ts'

interface NoGoProps {
  drawing: FigureView
  areas: readonly ShownNoGo[]
}

/** Forbidden regions are cross-hatched, limited ones hatched one way; what the client's answers say is dotted, with a dashed edge. */
export const NoGoLayer = memo(({ drawing, areas }: NoGoProps) => {
  const id = useId()
  const shown = drawing.regions.flatMap(({ regionId, path }) => {
    const area = areas.find((one) => one.regionId === regionId)
    return area ? [{ area, path }] : []
  })
  if (shown.length === 0) return null
  return (
    <g className={classes.noGo} aria-hidden>
      <pattern id={`${id}-limited`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V9" />
      </pattern>
      <pattern id={`${id}-forbidden`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V8M0 0H8" />
      </pattern>
      <pattern id={`${id}-derived`} width="8" height="8" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.5" />
        <circle cx="6" cy="6" r="1.5" />
      </pattern>
      {shown.map(({ area, path }) => (
        <path
          key={area.id}
          className={classes.noGoArea}
          data-derived={area.isDerived || undefined}
          d={path}
          fill={`url(#${id}-${area.isDerived === true ? 'derived' : area.level})`}
        />
      ))}
    </g>
  )
})

interface LastVisitProps extends PlacedOn {
  findings: readonly Finding[]
  radius: number
}

/** The marks of the last visit, visible but distinct from this visit's. */
export const LastVisitLayer = memo(({ drawing, box, findings, radius }: LastVisitProps) => (
  <g className={classes.ghosts} aria-hidden>
    {placeMarks({ drawing, box }, findings, radius).map(({ items, x, y }) => (
      <g key={items[0].id} transform={`translate(${x} ${y}) scale(${radius / 10})`}>
        {/* Around and beside a mark of this visit, which would hide it. */}
        <circle r="13.5" fillOpacity="0" />
        <g transform="translate(-10.4 10.4)">
          <circle r="6.6" />
          <text y="3" textAnchor="middle" fontSize="8.6">
            {items.length === 1 ? items[0].severity : `×${items.length}`}
          </text>
        </g>
      </g>
    ))}
  </g>
))

interface ReferralProps {
  drawing: FigureView
  /** Of any view: their zones are seen in each that has the region. */
  findings: readonly Finding[]
  /** Where the marks of these findings stand on the drawing. */
  placed: readonly Pick<PlacedMark, 'x' | 'y' | 'items'>[]
  radius: number
}

/** Where findings refer to: the region as a dotted zone, and an arrow to it. */
export const ReferralLayer = memo(({ drawing, findings, placed, radius }: ReferralProps) => {
  const referring = findings.filter(({ refersToRegionId }) => refersToRegionId !== null)
  if (referring.length === 0) return null
  return (
    <g className={classes.referrals} aria-hidden>
      {referring.map((finding) => {
        const zone = drawing.regions.find(({ regionId }) => regionId === finding.refersToRegionId)
        if (!zone) return null
        const mark = placed.find(({ items }) => items.includes(finding))
        return (
          <g key={finding.id} color={findingKind(finding.kind).colour}>
            <path className={classes.zone} d={zone.path} />
            {mark && <Arrow from={mark} to={zone.anchor} radius={radius} />}
          </g>
        )
      })}
    </g>
  )
})

interface ArrowProps {
  from: Pick<PlacedMark, 'x' | 'y'>
  to: { readonly x: number; readonly y: number }
  radius: number
}

function Arrow({ from, to, radius }: ArrowProps) {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length < radius * 1.6) return null
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const head = radius * 0.6
  const [bx, by] = [to.x - ux * head, to.y - uy * head]
  const wing = head * 0.55
  return (
    <>
      <path className={classes.shaft} d={`M${from.x + ux * radius} ${from.y + uy * radius}L${bx} ${by}`} />
      <path
        className={classes.head}
        d={`M${to.x} ${to.y}L${bx - uy * wing} ${by + ux * wing}L${bx + uy * wing} ${by - ux * wing}z`}
      />
    </>
  )
}

interface Props {
  figure: FigureView
  findings: readonly Finding[]
}

/** A faint tint over every region that has a finding, in each view that shows the region. */
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
