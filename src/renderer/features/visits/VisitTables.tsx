// What the map of a comparison shows, as tables: the differences of a visit, and the heat map.
import { memo } from 'react'
import type { ChangeKind } from '#shared/domain/bodymap/comparison.ts'
import { findingKind, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { structureOfId, shortLabelOfRegion, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import { DataTable, NumberCell } from '#renderer/ui/DataTable.tsx'
import changes from './change.module.css'
import { ChangeBadge } from './changeGlyphs.tsx'
import { changeKind, severityWords, type Difference } from './differences.ts'
import classes from './VisitTables.module.css'
import type { HotRegion } from './heat.ts'
import { heatNumber } from './heatSteps.ts'

interface DifferencesProps {
  differences: readonly Difference[]
  /** Whether there is a visit to compare with; without one the table only lists the findings. */
  isCompared: boolean
  /** The region whose history is shown. */
  chosen: RegionId | null
  onChoose: (regionId: RegionId) => void
}

/** What changed, where, of which kind, from how much to how much. */
export const DifferencesTable = memo(({ differences, isCompared, chosen, onChoose }: DifferencesProps) => (
  <DataTable
    hasHead
    caption={isCompared ? 'Differences' : 'Findings'}
    columns={[
      ...(isCompared ? ['Change'] : []),
      'Region',
      'Kind',
      { name: isCompared ? 'Was → now' : 'Severity', isNumber: true },
    ]}
  >
    {differences.map((difference) => (
      <Row
        key={difference.key}
        change={difference.change}
        regionId={difference.finding.regionId}
        structureId={difference.finding.structureId}
        kind={difference.finding.kind}
        numbers={severityWords(difference)}
        isChosen={difference.finding.regionId === chosen}
        onChoose={onChoose}
      />
    ))}
  </DataTable>
))

interface RowProps {
  change: ChangeKind | null
  regionId: RegionId
  structureId: string | null
  kind: FindingKind
  numbers: string
  isChosen: boolean
  onChoose: (regionId: RegionId) => void
}

const Row = memo(({ change, regionId, structureId, kind, numbers, isChosen, onChoose }: RowProps) => {
  const structure = structureId === null ? null : (structureOfId(structureId)?.name ?? structureId)
  return (
    <tr data-chosen={isChosen || undefined}>
      {change !== null && (
        <td className={classes.change}>
          <span className={classes.badged}>
            <ChangeBadge change={change} size={17} />
            <span className={changes.word} data-change={change}>
              {changeKind(change).word}
            </span>
          </span>
        </td>
      )}
      <th scope="row">
        <RegionChoice regionId={regionId} isChosen={isChosen} onChoose={onChoose} />
      </th>
      <td>
        <span className={classes.badged}>
          <KindBadge kind={kind} size={15} />
          <span>
            {findingKind(kind).name}
            {structure && <span className={classes.more}>{structure}</span>}
          </span>
        </span>
      </td>
      <NumberCell>{numbers}</NumberCell>
    </tr>
  )
})

interface HeatTableProps {
  regions: readonly HotRegion[]
  /** The region whose history is shown. */
  chosen: RegionId | null
  onChoose: (regionId: RegionId) => void
}

/** Every marked region, how often and how severely. */
export const HeatTable = memo(({ regions, chosen, onChoose }: HeatTableProps) => (
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

interface RegionChoiceProps {
  regionId: RegionId
  isChosen: boolean
  onChoose: (regionId: RegionId) => void
}

/** A region's name; pressing it shows the region's history. */
const RegionChoice = memo(({ regionId, isChosen, onChoose }: RegionChoiceProps) => (
  <button type="button" className={classes.choice} aria-pressed={isChosen} onClick={() => onChoose(regionId)}>
    {shortLabelOfRegion(regionId)}
  </button>
))
