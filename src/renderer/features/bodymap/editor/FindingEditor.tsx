// The compact editor beside a region: a new finding in one key, and the findings that are there.
import { ActionIcon, Button, CloseButton, UnstyledButton } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState, type FormEvent, type RefObject } from 'react'
import { findingKind, plainFinding, type Finding, type FindingFields } from '#shared/domain/bodymap/finding.ts'
import type { NoGoArea, ShownNoGo } from '#shared/domain/bodymap/noGo.ts'
import { labelOfRegion, regionById, type RegionId, regionLabel, regions } from '#shared/domain/bodymap/regions.ts'
import { SearchableSelect } from '#renderer/ui/SearchableSelect.tsx'
import { unsentWords, useUnstored } from '#renderer/ui/unstoredFields.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import classes from './FindingEditor.module.css'
import { FindingFieldset } from './FindingFieldset.tsx'
import { formOfFinding, halfMadeFinding, keepHalfMade } from '../marking/halfMade.ts'
import type { FindingPart } from '../marking/useMarking.ts'
import { NoGoFields } from './NoGoFields.tsx'
import type { Palette } from '../marking/palette.ts'
import type { EditorPlace } from '../marking/useOpenRegion.ts'

export interface NoGoActions {
  readonly areas: readonly ShownNoGo[]
  readonly onPut: (said: Pick<NoGoArea, 'regionId' | 'level' | 'reason'>) => void
  readonly onLift: (area: NoGoArea) => void
}

interface Props {
  place: EditorPlace
  sessionId: string
  /** The region's findings as they stand in the phase. */
  findings: readonly Finding[]
  /** What a new finding begins with. */
  palette: Pick<Palette, 'kind' | 'severity'>
  onAdd: (finding: Finding) => void
  /** Returns the id of the finding that has the change. */
  onEdit: (finding: Finding, part: FindingPart, pace?: 'typing') => string
  onRemove: (finding: Finding) => void
  onClose: () => void
  noGo: NoGoActions
}

export function FindingEditor(props: Props) {
  const { place, sessionId, findings, noGo, onClose } = props
  const [shown, setShown] = useState(place.findingId)
  const current = findings.find(({ id }) => id === shown)
  const region = place.regionId === null ? undefined : regionById(place.regionId)
  const panel = useRef<HTMLDivElement>(null)
  return (
    <div ref={panel} className={classes.editor}>
      <header className={classes.header}>
        <div>
          <div className={classes.region}>
            {place.regionId === null ? 'New finding' : labelOfRegion(place.regionId)}
          </div>
          <div className={classes.anatomy}>
            {region && `${region.anatomicalName} · ${place.view.replace('-', ' ')} · `}
            {place.phase} treatment
          </div>
        </div>
        <CloseButton size="sm" aria-label="Close" onClick={onClose} />
      </header>
      {findings.length > 0 && (
        <div className={classes.chips} role="group" aria-label="Findings here">
          {findings.map(({ id, kind, severity }) => (
            <UnstyledButton key={id} className={classes.chip} aria-pressed={id === shown} onClick={() => setShown(id)}>
              <KindBadge kind={kind} size={14} />
              {findingKind(kind).name} <b>{severity}</b>
            </UnstyledButton>
          ))}
          <UnstyledButton className={classes.chip} aria-pressed={!current} onClick={() => setShown(null)}>
            <IconPlus size={13} aria-hidden />
            Another
          </UnstyledButton>
        </div>
      )}
      {region && (
        <NoGoFields
          key={region.id}
          sessionId={sessionId}
          place={{ view: place.view, phase: place.phase, regionId: region.id }}
          area={noGo.areas.find(({ regionId }) => regionId === region.id)}
          onPut={(said) => noGo.onPut({ ...said, regionId: region.id })}
          onLift={noGo.onLift}
        />
      )}
      {current ? (
        <KnownFinding {...props} panel={panel} finding={current} onShow={setShown} />
      ) : (
        <NewFinding {...props} panel={panel} />
      )}
    </div>
  )
}

interface FieldsProps extends Props {
  panel: RefObject<HTMLElement | null>
}

function NewFinding({ place, sessionId, palette, panel, onAdd, onClose }: FieldsProps) {
  const { view, phase, regionId, point } = place
  const [fields, setFields] = useState<FindingFields>(() => {
    const kept = halfMadeFinding(sessionId)
    if (kept && kept.regionId === (regionId ?? kept.regionId)) return kept
    const { kind, severity } = palette
    return plainFinding({ kind, severity, regionId: regionId ?? '', view, phase, point })
  })
  const [isMissing, setIsMissing] = useState(false)
  const change = (part: Partial<FindingFields>) => {
    const next = { ...fields, ...part }
    setFields(next)
    keepHalfMade(sessionId, next)
  }
  const remark = useRef<HTMLInputElement>(null)
  const words = [fields.remark, fields.refersTo].map((text) => text.trim()).filter(Boolean)
  const settle = useUnstored({
    name: 'New finding',
    isUnstored: words.length > 0,
    show: () => remark.current?.focus(),
    keptIn: formOfFinding(sessionId),
    lostWords: (name) => unsentWords(name, words.join('; ')),
  })
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!fields.regionId) return setIsMissing(true)
    settle()
    onClose()
    onAdd({
      ...fields,
      id: crypto.randomUUID(),
      sessionId,
      remark: fields.remark.trim(),
      refersTo: fields.refersTo.trim(),
    })
  }
  return (
    <form className={classes.form} onSubmit={add}>
      {regionId === null && (
        <RegionSelect
          value={fields.regionId}
          error={isMissing && !fields.regionId ? 'Choose where it is.' : null}
          onChange={(id) => change({ regionId: id, view: regionById(id)?.views[0] ?? view, structureId: null })}
        />
      )}
      <FindingFieldset panel={panel} remark={remark} value={fields} onChoose={change} onType={change} />
      <div>
        <Button
          type="submit"
          fullWidth
          rightSection={
            <kbd className={classes.key} aria-hidden>
              ↵
            </kbd>
          }
        >
          Add finding
        </Button>
      </div>
    </form>
  )
}

interface RegionSelectProps {
  value: RegionId
  error: string | null
  onChange: (id: RegionId) => void
}

const regionChoices = regions.map((region) => ({ value: region.id, label: regionLabel(region) }))

const RegionSelect = ({ value, error, onChange }: RegionSelectProps) => (
  <SearchableSelect
    size="xs"
    aria-label="Region"
    placeholder="Region: right upper trapezius, sacrum …"
    data-autofocus
    comboboxProps={{ withinPortal: false }}
    nothingFoundMessage="No such region"
    error={error}
    limit={40}
    value={value || null}
    onChange={(id) => id && onChange(id)}
    data={regionChoices}
  />
)

interface KnownProps extends FieldsProps {
  finding: Finding
  onShow: (id: string) => void
}

function KnownFinding({ finding, panel, onShow, onEdit, onRemove, onClose }: KnownProps) {
  const close = (event: FormEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <form className={classes.form} onSubmit={close}>
      <FindingFieldset
        panel={panel}
        value={finding}
        onChoose={(part) => onShow(onEdit(finding, part))}
        onType={(part) => onShow(onEdit(finding, part, 'typing'))}
      />
      <div className={classes.actions}>
        <ActionIcon variant="default" size={34} aria-label="Remove this finding" onClick={() => onRemove(finding)}>
          <IconTrash size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
        <Button type="submit" variant="default" fullWidth>
          Done
        </Button>
      </div>
    </form>
  )
}
