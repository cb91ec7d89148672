// The compact editor beside a region: a new finding in one key, and the findings that are there.
import { ActionIcon, Button, CloseButton, UnstyledButton } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { Finding, FindingFields } from '#shared/domain/bodymap/finding.ts'
import { findingKind } from '#shared/domain/bodymap/finding.ts'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { regionById, type RegionId } from '#shared/domain/bodymap/regions.ts'
import classes from './FindingEditor.module.css'
import { FindingFieldset } from './FindingFieldset.tsx'
import { halfMadeFinding, keepHalfMade } from './halfMadeFinding.ts'
import { KindBadge } from './KindBadge.tsx'
import { keepChoice, lastChoice } from './lastChoice.ts'
import { longRegionName } from './regionWords.ts'

interface Props {
  view: View
  regionId: RegionId
  sessionId: string
  /** The region's findings. */
  findings: readonly Finding[]
  /** The one to begin with; null for a new one. */
  firstShown: string | null
  onPut: (finding: Finding) => void
  onPutTyping: (finding: Finding) => void
  onRemove: (finding: Finding) => void
  onClose: () => void
}

export function FindingEditor({ firstShown, ...props }: Props) {
  const { view, regionId, findings, onClose } = props
  const [shown, setShown] = useState(firstShown)
  const current = findings.find(({ id }) => id === shown)
  return (
    <div className={classes.editor}>
      <header className={classes.header}>
        <div>
          <div className={classes.region}>{longRegionName(regionId)}</div>
          <div className={classes.anatomy}>
            {regionById(regionId)?.anatomicalName} · {view}
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
      {current ? <KnownFinding key={current.id} {...props} finding={current} /> : <NewFinding {...props} />}
    </div>
  )
}

type InnerProps = Omit<Props, 'firstShown'>

function NewFinding({ view, regionId, sessionId, onPut, onClose }: InnerProps) {
  const [fields, setFields] = useState<FindingFields>(() => {
    const kept = halfMadeFinding(sessionId)
    if (kept?.regionId === regionId && kept.view === view) return kept
    return { ...lastChoice(), regionId, view, structureId: null, depth: null, point: null, refersTo: '', remark: '' }
  })
  const change = (part: Partial<FindingFields>) => {
    const next = { ...fields, ...part }
    setFields(next)
    keepHalfMade(sessionId, next)
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    keepChoice(fields)
    onPut({
      ...fields,
      id: crypto.randomUUID(),
      sessionId,
      remark: fields.remark.trim(),
      refersTo: fields.refersTo.trim(),
    })
    onClose()
  }
  return (
    <form className={classes.form} onSubmit={add}>
      <FindingFieldset value={fields} onChoose={change} onType={change} />
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

function KnownFinding({ finding, onPut, onPutTyping, onRemove, onClose }: InnerProps & { finding: Finding }) {
  const close = (event: FormEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <form className={classes.form} onSubmit={close}>
      <FindingFieldset
        value={finding}
        onChoose={(part) => onPut({ ...finding, ...part })}
        onType={(part) => onPutTyping({ ...finding, ...part })}
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
