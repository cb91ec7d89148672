// The fields of one finding, for a new one and for one that is changed.
import { Autocomplete, TextInput } from '@mantine/core'
import { useMemo, type Ref, type RefObject } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import type { FindingFields } from '#shared/domain/bodymap/finding.ts'
import { regionById, regionLabel, regions, structureOfId } from '#shared/domain/bodymap/regions.ts'
import { foldText } from '#shared/domain/folding.ts'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { SearchableSelect, byLabel, foldedFilter } from '#renderer/ui/SearchableSelect.tsx'
import { ScoreInput } from '#renderer/ui/ScoreInput.tsx'
import classes from './FindingEditor.module.css'
import { KindPalette } from '../marking/KindChoice.tsx'

interface Props {
  value: FindingFields
  /** A choice was made. */
  onChoose: (change: Partial<FindingFields>) => void
  /** A text is being typed. */
  onType: (change: Partial<Pick<FindingFields, 'remark' | 'refersTo' | 'refersToRegionId'>>) => void
  /** The panel that these fields stand in. */
  panel: RefObject<HTMLElement | null>
  remark?: Ref<HTMLInputElement>
}

const noDepth = 'any'
const depthChoices = [
  { id: noDepth, name: 'Any depth' },
  { id: 'superficial', name: 'Superficial' },
  { id: 'deep', name: 'Deep' },
] as const

export function FindingFieldset({ value, onChoose, onType, panel, remark }: Props) {
  return (
    <>
      <KindPalette panel={panel} value={value.kind} onChange={(kind) => onChoose({ kind })} />
      <div className={classes.row}>
        <span className={classes.label} aria-hidden>
          Severity
        </span>
        <ScoreInput label="Severity" value={value.severity} onChange={(severity) => onChoose({ severity })} />
      </div>
      <TextInput
        ref={remark}
        size="xs"
        aria-label="Remark"
        placeholder="Remark"
        maxLength={fieldTextLimit}
        value={value.remark}
        onChange={(event) => onType({ remark: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <StructureSelect value={value} onChange={(structureId) => onChoose({ structureId })} />
        <ReferralInput value={value} onType={onType} />
      </div>
      <RadioTabs
        label="Depth"
        value={value.depth ?? noDepth}
        choices={depthChoices}
        onChange={(depth) => onChoose({ depth: depth === noDepth ? null : depth })}
      />
    </>
  )
}

interface StructureProps {
  value: FindingFields
  onChange: (structureId: string | null) => void
}

/** The tissue of the region, found by a few letters of its name or of another name that it has. */
function StructureSelect({ value: { regionId, structureId }, onChange }: StructureProps) {
  const here = regionById(regionId)?.structures ?? []
  const stored = structureId === null ? undefined : structureOfId(structureId)
  // A structure in the record stays listed, also where the catalogue has moved it.
  const all = stored && !here.includes(stored) ? [...here, stored] : here
  return (
    <SearchableSelect
      size="xs"
      aria-label="Structure"
      placeholder="Structure"
      clearable
      clearButtonProps={{ 'aria-label': 'No structure' }}
      nothingFoundMessage="No such structure here"
      comboboxProps={{ withinPortal: false }}
      value={structureId}
      onChange={onChange}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      filter={foldedFilter(({ label, value }) => [label, ...(all.find(({ id }) => id === value)?.synonyms ?? [])])}
    />
  )
}

interface ReferralProps {
  value: FindingFields
  onType: Props['onType']
}

const regionNames = regions.map((region) => regionLabel(region))
const idOfName = new Map(regions.map((region) => [foldText(regionLabel(region)), region.id]))

/** Where it refers to: any words; a region's name also shows the arrow and the zone. */
function ReferralInput({ value, onType }: ReferralProps) {
  const chosen = value.refersToRegionId === null ? undefined : regionById(value.refersToRegionId)
  const shown = value.refersTo || (chosen ? regionLabel(chosen) : '')
  const data = useMemo(() => (shown.trim().length < 2 ? [] : regionNames), [shown])
  return (
    <Autocomplete
      size="xs"
      aria-label="Refers to"
      placeholder="Refers to …"
      maxLength={fieldTextLimit}
      limit={8}
      filter={byLabel}
      comboboxProps={{ withinPortal: false }}
      data={data}
      value={shown}
      onChange={(refersTo) => onType({ refersTo, refersToRegionId: idOfName.get(foldText(refersTo)) ?? null })}
    />
  )
}
