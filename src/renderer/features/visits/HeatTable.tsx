// The heat map as a table: every marked region, how often and how severely.
import { memo } from 'react'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { DataTable, NumberCell } from '#renderer/ui/DataTable.tsx'
import type { HotRegion } from './heat.ts'
import { heatNumber } from './heatSteps.ts'
import { RegionChoice } from './RegionChoice.tsx'

interface Props {
  regions: readonly HotRegion[]
  /** The region whose history is shown. */
  chosen: RegionId | null
  onChoose: (regionId: RegionId) => void
}

export const HeatTable = memo(({ regions, chosen, onChoose }: Props) => (
  <DataTable
    hasHead
    caption="Marked regions"
    columns={['Region', { name: 'Times marked', isNumber: true }, { name: 'Mean severity', isNumber: true }]}
  >
    {regions.map(({ regionId, times, severity }) => (
      <tr key={regionId} data-chosen={regionId === chosen || undefined}>
        <th scope="row">
          <RegionChoice regionId={regionId} isChosen={regionId === chosen} onChoose={onChoose} />
        </th>
        <NumberCell>{times}</NumberCell>
        <NumberCell>{severity > 0 ? heatNumber(severity) : '–'}</NumberCell>
      </tr>
    ))}
  </DataTable>
))
