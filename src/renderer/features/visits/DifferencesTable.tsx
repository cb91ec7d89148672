// The differences of a visit as a table: what changed, where, of which kind, from how much to how much.
import { memo } from 'react'
import { findingKind } from '#shared/domain/bodymap/finding.ts'
import { structureOfId, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { KindBadge } from '#renderer/features/bodymap/index.ts'
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
  <table className={classes.table}>
    <caption className={classes.hidden}>{isCompared ? 'Differences' : 'Findings'}</caption>
    <thead>
      <tr>
        {isCompared && <th scope="col">Change</th>}
        <th scope="col">Region</th>
        <th scope="col">Kind</th>
        <th scope="col" className={classes.end}>
          {isCompared ? 'Was → now' : 'Severity'}
        </th>
      </tr>
    </thead>
    <tbody>
      {differences.map((difference) => {
        const { change, finding } = difference
        const structure = finding.structureId === null ? null : structureOfId(finding.structureId)
        return (
          <tr key={finding.id} data-chosen={finding.regionId === chosen || undefined}>
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
              <RegionChoice regionId={finding.regionId} isChosen={finding.regionId === chosen} onChoose={onChoose} />
            </th>
            <td>
              <span className={classes.badged}>
                <KindBadge kind={finding.kind} size={15} />
                <span>
                  {findingKind(finding.kind).name}
                  {structure && <span className={classes.more}>{structure.name}</span>}
                </span>
              </span>
            </td>
            <td className={classes.numbers}>{severityWords(difference)}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
))
