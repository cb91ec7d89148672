// One more range or activity: those of last time in one press, or a new one.
import { Popover, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Output } from '#shared/contract/contract.ts'
import { rangeName } from '#shared/domain/measureLines.ts'
import type { FunctionActivity, RangeOfMotion, SessionMeasures } from '#shared/domain/measures.ts'
import { forgetForm } from '#renderer/bridge/workspace.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { shortDateWords } from '#renderer/ui/dateWords.ts'
import { ActivityForm } from './ActivityForm.tsx'
import paper from '#renderer/ui/paper.module.css'
import classes from './measures.module.css'
import { noRoomWords } from '../../draft/measures.ts'
import { RangeForm } from './RangeForm.tsx'

export type Added = 'range' | 'activity'
export type Earlier = Output<'measures:earlier'>

interface Props {
  sessionId: string
  /** What is being added, or null while the form is closed. */
  added: Added | null
  onClose: () => void
  measures: SessionMeasures
  earlier: Earlier | undefined
  onAdd: (what: { range: RangeOfMotion } | { activity: FunctionActivity }) => void
  /** The element that the form is placed beside. */
  children: ReactNode
}

const newRange = (range: Pick<RangeOfMotion, 'joint' | 'side' | 'movement'>): RangeOfMotion => ({
  id: crypto.randomUUID(),
  joint: range.joint,
  side: range.side,
  movement: range.movement,
  degreesBefore: null,
  degreesAfter: null,
  extentBefore: null,
  extentAfter: null,
})

const newActivity = (activity: string): FunctionActivity => ({ id: crypto.randomUUID(), activity, score: null })

/** The form under which the vault keeps what is typed for a new one. */
export const formOfAdded = (sessionId: string, added: Added): string => `new ${added} ${sessionId}`

export function AddMeasure({ sessionId, added, onClose, measures, earlier, onAdd, children }: Props) {
  const name = added === 'range' ? 'Add a range of motion' : 'Add an activity'
  const known = new Set([...measures.ranges.map(rangeName), ...measures.activities.map(({ activity }) => activity)])
  const visit = added === 'range' ? earlier?.ranges : earlier?.activities
  const offered = (visit?.what ?? []).map((what) =>
    'joint' in what
      ? { name: rangeName(what), make: () => ({ range: newRange(what) }) }
      : { name: what.activity, make: () => ({ activity: newActivity(what.activity) }) },
  )
  const open = offered.filter((offer) => !known.has(offer.name))
  const full = added && noRoomWords(measures, added)
  return (
    <Popover
      opened={added !== null}
      onChange={(isOpen) => {
        if (isOpen) return
        // Discarded; the notification quotes its text.
        if (added) forgetForm(formOfAdded(sessionId, added))
        onClose()
      }}
      width={280}
      position="bottom-start"
      shadow="md"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={paper.floating ?? ''} role="dialog" aria-label={name}>
        <Stack gap="sm">
          {visit && open.length > 0 && full === null && (
            <div className={classes.earlier}>
              <span>{shortDateWords(visit.serviceStart, today())}:</span>
              {open.map((offer) => (
                <button key={offer.name} type="button" className={classes.offer} onClick={() => onAdd(offer.make())}>
                  {offer.name}
                </button>
              ))}
            </div>
          )}
          {full !== null && <span className={classes.full}>{full}</span>}
          {added === 'range' && full === null && (
            <RangeForm
              keptIn={formOfAdded(sessionId, 'range')}
              range={{ joint: '', side: null, movement: '' }}
              action="Add"
              onDone={(range) => onAdd({ range: newRange(range) })}
            />
          )}
          {added === 'activity' && full === null && (
            <ActivityForm
              keptIn={formOfAdded(sessionId, 'activity')}
              activity=""
              action="Add"
              onDone={(activity) => onAdd({ activity: newActivity(activity) })}
            />
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
