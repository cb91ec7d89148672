// The bar above the map: how strong the mark just made is, or the next one will be; its remark; its details.
import { ActionIcon, Button, CloseButton, TextInput, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { findingKind, type Finding, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { ScoreInput } from '#renderer/ui/ScoreInput.tsx'
import { KindBadge } from '#renderer/figure/index.ts'
import classes from './MapBar.module.css'

interface Props {
  /** The mark that was made or chosen last, as it stands; null when there is none. */
  selected: Finding | null
  /** The severity of the next mark. */
  severity: number
  /** The kind of the next mark. */
  kind: FindingKind
  /** Whether the selected mark was found before, and after treatment is being charted. */
  isAfter: boolean
  onSeverity: (severity: number) => void
  onRemark: (remark: string) => void
  onDetails: (button: Element) => void
  onGone: () => void
  onDeselect: () => void
}

export function MapBar({
  selected,
  severity,
  kind,
  isAfter,
  onSeverity,
  onRemark,
  onDetails,
  onGone,
  onDeselect,
}: Props) {
  return (
    <div className={classes.bar} role="group" aria-label={selected ? 'Mark' : 'Next mark'}>
      {selected ? (
        <span className={classes.what}>
          <KindBadge kind={selected.kind} size={16} />
          <span className={classes.where} title={shortLabelOfRegion(selected.regionId)}>
            {shortLabelOfRegion(selected.regionId)}
          </span>
          <CloseButton size={20} iconSize={12} aria-label="Leave this mark" onClick={onDeselect} />
        </span>
      ) : (
        <span className={classes.next} title={`Next: ${findingKind(kind).name.toLowerCase()}`}>
          Next: {findingKind(kind).name.toLowerCase()}
        </span>
      )}
      <div className={classes.score}>
        <ScoreInput label="Severity" value={selected ? selected.severity : severity} onChange={onSeverity} />
      </div>
      {selected && (
        <>
          <TextInput
            size="xs"
            className={classes.remark ?? ''}
            aria-label="Remark"
            placeholder="Remark"
            maxLength={fieldTextLimit}
            value={selected.remark}
            onChange={(event) => onRemark(event.currentTarget.value)}
          />
          {isAfter && (
            <Button size="compact-xs" variant="default" className={classes.gone ?? ''} onClick={onGone}>
              Gone
            </Button>
          )}
          <Tooltip label="Details: kind, depth, structure, referral" withArrow withinPortal={false}>
            <ActionIcon
              variant="default"
              size={30}
              className={classes.details ?? ''}
              aria-label="Details of the mark"
              onClick={(event) => onDetails(event.currentTarget)}
            >
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </div>
  )
}
