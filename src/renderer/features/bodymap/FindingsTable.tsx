// The findings under the map: what, where, how strong; each can be opened and removed.
import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { regionById } from '#shared/domain/bodymap/regions.ts'
import classes from './FindingsTable.module.css'
import { findingName } from './findingWords.ts'
import { KindBadge } from './KindBadge.tsx'
import { shortRegionName } from './regionWords.ts'

interface Props {
  findings: readonly Finding[]
  /** Whether a finding could not be saved yet. */
  isUnsaved?: (id: string) => boolean
  /** Without these the table is only read. */
  onOpen?: (finding: Finding) => void
  onRemove?: (finding: Finding) => void
}

export const FindingsTable = memo(({ findings, isUnsaved, onOpen, onRemove }: Props) => (
  <table className={classes.table}>
    <caption className={classes.hidden}>Findings</caption>
    <thead className={classes.hidden}>
      <tr>
        <th scope="col">Region</th>
        <th scope="col">Kind</th>
        <th scope="col">Severity</th>
        {onRemove && <th scope="col">Remove</th>}
      </tr>
    </thead>
    <tbody>
      {findings.map((finding) => (
        <tr key={finding.id}>
          <th scope="row" className={classes.where}>
            <span className={classes.whereLine}>
              <KindBadge kind={finding.kind} size={16} />
              <span className={classes.words}>
                {onOpen ? (
                  <UnstyledButton className={classes.open} onClick={() => onOpen(finding)}>
                    {shortRegionName(finding.regionId)}
                  </UnstyledButton>
                ) : (
                  <b>{shortRegionName(finding.regionId)}</b>
                )}
                {isUnsaved?.(finding.id) && <span className={classes.unsaved}>not saved yet</span>}
                <More finding={finding} />
              </span>
            </span>
          </th>
          <td className={classes.kind}>{findingKind(finding.kind).name}</td>
          <td className={classes.severity}>{finding.severity}</td>
          {onRemove && (
            <td className={classes.remove}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={`Remove finding: ${findingName(finding)}`}
                onClick={() => onRemove(finding)}
              >
                <IconX size={14} stroke={1.8} aria-hidden />
              </ActionIcon>
            </td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
))

/** Everything else that is known of a finding, in one quiet line. */
function More({ finding: { regionId, structureId, depth, phase, refersTo, remark } }: { finding: Finding }) {
  const structure = regionById(regionId)?.structures.find(({ id }) => id === structureId)
  const parts = [
    structure?.name,
    depth,
    phase === 'after' && 'after treatment',
    refersTo && `refers to ${refersTo}`,
    remark,
  ].filter(Boolean)
  return parts.length === 0 ? null : (
    <span className={classes.more} dir="auto">
      {parts.join(' · ')}
    </span>
  )
}
