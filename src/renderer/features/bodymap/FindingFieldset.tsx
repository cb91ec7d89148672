// The fields of one finding, for a new one and for one that is changed.
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { fieldTextLimit } from '#shared/domain/text.ts'
import type { FindingFields } from '#shared/domain/bodymap/finding.ts'
import { regionById } from '#shared/domain/bodymap/regions.ts'
import { ScoreInput } from '#renderer/ui/ScoreInput.tsx'
import classes from './FindingEditor.module.css'
import { KindPalette } from './KindPalette.tsx'

interface Props {
  value: FindingFields
  /** A choice was made. */
  onChoose: (change: Partial<FindingFields>) => void
  /** A text is being typed. */
  onType: (change: Pick<FindingFields, 'remark'> | Pick<FindingFields, 'refersTo'>) => void
}

const noDepth = 'any'

export function FindingFieldset({ value, onChoose, onType }: Props) {
  const structures = regionById(value.regionId)?.structures ?? []
  return (
    <>
      <KindPalette value={value.kind} onChange={(kind) => onChoose({ kind })} />
      <div className={classes.row}>
        <span className={classes.label} aria-hidden>
          Severity
        </span>
        <ScoreInput
          label="Severity"
          value={value.severity}
          onChange={(severity) => onChoose({ severity: severity ?? 0 })}
        />
      </div>
      <TextInput
        size="xs"
        aria-label="Remark"
        placeholder="Remark"
        maxLength={fieldTextLimit}
        value={value.remark}
        onChange={(event) => onType({ remark: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NativeSelect
          size="xs"
          aria-label="Structure"
          value={value.structureId ?? ''}
          onChange={(event) => onChoose({ structureId: event.currentTarget.value || null })}
          data={[
            { value: '', label: 'Any structure' },
            ...structures.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          size="xs"
          aria-label="Refers to"
          placeholder="Refers to …"
          maxLength={fieldTextLimit}
          value={value.refersTo}
          onChange={(event) => onType({ refersTo: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        <SegmentedControl
          size="xs"
          fullWidth
          className={classes.choice ?? ''}
          aria-label="Depth"
          value={value.depth ?? noDepth}
          onChange={(depth) => onChoose({ depth: depth === 'superficial' || depth === 'deep' ? depth : null })}
          data={[
            { value: noDepth, label: 'Any' },
            { value: 'superficial', label: 'Superficial' },
            { value: 'deep', label: 'Deep' },
          ]}
        />
        <SegmentedControl
          size="xs"
          fullWidth
          className={classes.choice ?? ''}
          aria-label="Found"
          value={value.phase}
          onChange={(phase) => onChoose({ phase: phase === 'after' ? 'after' : 'before' })}
          data={[
            { value: 'before', label: 'Before' },
            { value: 'after', label: 'After' },
          ]}
        />
      </div>
    </>
  )
}
