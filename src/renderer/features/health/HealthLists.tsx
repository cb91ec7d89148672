// What is listed beside the questions: medication, allergies, operations, implants, other care; and the preferences at the table.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { labelOfRegion, regions, regionLabel } from '#shared/domain/bodymap/regions.ts'
import {
  medicationEffects,
  type EntryList,
  type HealthEntry,
  type MedicationEffect,
  type TablePreferences,
} from '#shared/domain/health/health.ts'
import { fieldTextLimit, longTextLimit } from '#shared/domain/text.ts'
import { SearchableSelect } from '#renderer/ui/SearchableSelect.tsx'
import classes from './HealthForm.module.css'
import { entryListNames } from '#shared/domain/health/healthWords.ts'
import type { HealthForm } from './useHealthForm.ts'

const places = regions.map((region) => ({ value: region.id, label: regionLabel(region) }))

interface WhereProps {
  /** What is asked about, for whoever hears it. */
  about: string
  regionIds: readonly string[]
  onChange: (regionIds: string[]) => void
}

/** Where on the body: each place that was added, and a search for more. */
export function Where({ about, regionIds, onChange }: WhereProps) {
  return (
    <div className={classes.where} role="group" aria-label={`Where: ${about}`}>
      {regionIds.map((id) => (
        <button
          key={id}
          type="button"
          className={classes.place}
          aria-label={`Remove ${labelOfRegion(id)}`}
          onClick={() => onChange(regionIds.filter((other) => other !== id))}
        >
          {labelOfRegion(id)} <IconX size={12} aria-hidden />
        </button>
      ))}
      <SearchableSelect
        aria-label={`Add a place: ${about}`}
        placeholder={regionIds.length === 0 ? 'Where on the body' : 'Another place'}
        size="xs"
        data={places.filter(({ value }) => !regionIds.includes(value))}
        value={null}
        onChange={(id) => id !== null && onChange([...regionIds, id])}
      />
    </div>
  )
}

const lists: readonly {
  readonly list: EntryList
  readonly add: string
  readonly name: string
  readonly detail: string
}[] = [
  { list: 'medication', add: 'Add medication', name: 'Medication', detail: 'What for' },
  { list: 'allergy', add: 'Add allergy', name: 'Allergic to', detail: 'What happens' },
  { list: 'operation', add: 'Add operation or injury', name: 'Operation or injury', detail: 'Remark' },
  { list: 'implant', add: 'Add implant', name: 'Implant', detail: 'Remark' },
  { list: 'other care', add: 'Add other care', name: 'Who treats', detail: 'What for' },
]

const effectNames: Readonly<Record<MedicationEffect, string>> = {
  none: 'No effect that matters',
  'bruises easily': 'Bruises easily',
  'dizzy on rising': 'Dizzy on rising',
  'dulled feeling': 'Dulls feeling',
  'patch or injection': 'Patch or injection site',
}

interface ListsProps {
  form: HealthForm
  /** Whether somebody tried to save it: a name that is missing is asked for. */
  isNameAsked: boolean
}

/** Whether an entry says something, but not of what. */
export const isNameless = ({ name, detail, since, regionIds }: HealthEntry): boolean =>
  name.trim() === '' && (detail.trim() !== '' || since.trim() !== '' || regionIds.length > 0)

export function EntryLists({ form: { told, put, add, remove }, isNameAsked }: ListsProps) {
  return lists.map((one) => (
    <fieldset key={one.list} className={classes.group}>
      <legend>{entryListNames[one.list]}</legend>
      {told.entries
        .filter(({ list }) => list === one.list)
        .map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            words={one}
            isNameAsked={isNameAsked && isNameless(entry)}
            onPut={put}
            onRemove={remove}
          />
        ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => add(one.list)}
      >
        {one.add}
      </Button>
    </fieldset>
  ))
}

interface EntryProps {
  entry: HealthEntry
  words: (typeof lists)[number]
  isNameAsked: boolean
  onPut: (entry: HealthEntry) => void
  onRemove: (id: string) => void
}

const asksWhere = ({ list, effect }: HealthEntry) =>
  list === 'operation' || list === 'implant' || effect === 'patch or injection'

/** The name takes the focus when the entry was added by its button, and not when the form is opened with what was there. */
const focusNew = (element: HTMLInputElement | null) => {
  if (element && element.value === '' && element.form?.contains(document.activeElement)) element.focus()
}

const EntryRow = memo(({ entry, words, isNameAsked, onPut, onRemove }: EntryProps) => {
  const box = (field: 'name' | 'detail' | 'since', label: string) => ({
    label,
    maxLength: fieldTextLimit,
    dir: 'auto' as const,
    value: entry[field],
    onChange: (event: { currentTarget: { value: string } }) => onPut({ ...entry, [field]: event.currentTarget.value }),
  })
  const name = entry.name === '' ? words.name : entry.name
  return (
    <div className={classes.entry} role="group" aria-label={name}>
      <TextInput
        ref={focusNew}
        {...box('name', words.name)}
        error={isNameAsked ? 'Give it a name, or remove it.' : undefined}
      />
      <TextInput {...box('detail', words.detail)} />
      <TextInput {...box('since', entry.list === 'operation' ? 'When' : 'Since when')} />
      {entry.list === 'medication' && (
        <NativeSelect
          label="Effect at the table"
          value={entry.effect}
          data={medicationEffects.map((effect) => ({ value: effect, label: effectNames[effect] }))}
          onChange={({ currentTarget: { value } }) =>
            onPut({ ...entry, effect: medicationEffects.find((effect) => effect === value) ?? 'none' })
          }
        />
      )}
      <Button
        variant="subtle"
        color="gray"
        c="var(--p-ink)"
        size="compact-sm"
        onClick={() => onRemove(entry.id)}
        aria-label={`Remove ${name}`}
      >
        Remove
      </Button>
      {asksWhere(entry) && (
        <Where about={name} regionIds={entry.regionIds} onChange={(regionIds) => onPut({ ...entry, regionIds })} />
      )}
    </div>
  )
})

const preferenceBoxes: readonly (readonly [field: Exclude<keyof TablePreferences, 'pressure'>, label: string])[] = [
  ['position', 'Position, pillows, face cradle'],
  ['warmth', 'Warmth'],
  ['sound', 'Music, talk or quiet'],
  ['oil', 'Oils and scents'],
  ['comfort', 'Anything that would make it more comfortable'],
]

const pressures = ['1, very light', '2, light', '3, medium', '4, firm', '5, very firm']

export function Preferences({ form: { told, tell } }: { form: HealthForm }) {
  const { preferences, earlierMassage } = told
  const change = (part: Partial<TablePreferences>) => tell({ preferences: { ...preferences, ...part } })
  return (
    <fieldset className={classes.group}>
      <legend>At the table</legend>
      <div className={classes.preferences}>
        <NativeSelect
          label="Pressure"
          value={preferences.pressure ?? ''}
          data={[
            { value: '', label: 'Not known' },
            ...pressures.map((label, at) => ({ value: String(at + 1), label })),
          ]}
          onChange={({ currentTarget: { value } }) => change({ pressure: value === '' ? null : Number(value) })}
        />
        {preferenceBoxes.map(([field, label]) => (
          <TextInput
            key={field}
            label={label}
            maxLength={fieldTextLimit}
            dir="auto"
            value={preferences[field]}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Textarea
        label="Earlier massage: how was it, what helped?"
        maxLength={longTextLimit}
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        value={earlierMassage}
        onChange={(event) => tell({ earlierMassage: event.currentTarget.value })}
      />
    </fieldset>
  )
}
