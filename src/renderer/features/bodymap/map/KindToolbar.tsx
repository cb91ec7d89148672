// The palette of kinds above the map: one radio each by symbol, the chosen one with its word; number keys choose.
import { Tooltip } from '@mantine/core'
import { useId } from 'react'
import { findingKinds, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import classes from './KindToolbar.module.css'
import { keyOfKind } from '../marking/kindKeys.ts'

interface Props {
  value: FindingKind
  onChange: (kind: FindingKind) => void
}

export function KindToolbar({ value, onChange }: Props) {
  const group = useId()
  return (
    <div className={classes.toolbar} role="toolbar" aria-label="Kind of finding">
      {findingKinds.map(({ id, name }, index) => (
        <Tooltip key={id} label={name} disabled={id === value} openDelay={250} withArrow withinPortal={false}>
          <label className={classes.kind} data-chosen={id === value || undefined}>
            <input
              type="radio"
              name={group}
              aria-label={name}
              aria-keyshortcuts={keyOfKind(index) ?? undefined}
              checked={id === value}
              onChange={() => onChange(id)}
            />
            <KindBadge kind={id} size={20} />
            {id === value && <span className={classes.name}>{name}</span>}
            {keyOfKind(index) && (
              <kbd className={classes.key} aria-hidden>
                {keyOfKind(index)}
              </kbd>
            )}
          </label>
        </Tooltip>
      ))}
    </div>
  )
}
