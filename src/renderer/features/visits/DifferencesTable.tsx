// The differences of a visit as a table: what changed, where, of which kind, from how much to how much.
import { memo } from 'react'
import type { ChangeKind } from '#shared/domain/bodymap/comparison.ts'
import { findingKind, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { structureOfId, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import { DataTable, NumberCell } from '#renderer/ui/DataTable.tsx'
import changes from './change.module.css'
import { ChangeBadge } from './changeGlyphs.tsx'
import { changeKind, severityWords, type Difference } from './differences.ts'
import { RegionChoice } from './RegionChoice.tsx'
import classes from './tables.module.css'

interface Props {
  differences: readonly Difference[]
  /** Whether there is a visit to compare with; without one the table only lists the findings. */
  isCompared: boolean
  /** The region whose history is shown. */
  chosen: RegionId | null
  onChoose: (regionId: RegionId) => void
}

export const DifferencesTable = memo(({ differences, isCompared, chosen, onChoose }: Props) => (
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
