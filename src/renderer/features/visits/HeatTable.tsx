// The heat map as a table: every marked region, how often and how severely.
import { memo } from 'react'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import type { HotRegion } from './heat.ts'
import { heatNumber } from './heatSteps.ts'
import { RegionChoice } from './RegionChoice.tsx'
import classes from './tables.module.css'

interface Props {
  regions: readonly HotRegion[]
  /** The region whose history is shown. */
  chosen: RegionId | null
  onChoose: (regionId: RegionId) => void
}

export const HeatTable = memo(({ regions, chosen, onChoose }: Props) => (
  <table className={classes.table}>
    <caption className={classes.hidden}>Marked regions</caption>
    <thead>
      <tr>
        <th scope="col">Region</th>
        <th scope="col" className={classes.end}>
          Times marked
        </th>
        <th scope="col" className={classes.end}>
          Mean severity
        </th>
      </tr>
    </thead>
    <tbody>
      {regions.map(({ regionId, times, severity }) => (
        <tr key={regionId} data-chosen={regionId === chosen || undefined}>
          <th scope="row">
            <RegionChoice regionId={regionId} isChosen={regionId === chosen} onChoose={onChoose} />
          </th>
          <td className={classes.numbers}>{times}</td>
          <td className={classes.numbers}>{severity > 0 ? heatNumber(severity) : '–'}</td>
        </tr>
      ))}
    </tbody>
  </table>
))
