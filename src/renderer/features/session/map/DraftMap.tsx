// The body map of a draft with what belongs to it: the last visit, the safety record, the way to other visits.
import { useCallback, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import { noGoWithAnswers } from '#shared/domain/health/safety.ts'
import { ask, failureOf } from '#renderer/bridge/bridge.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { BodyMap, type NoGoActions, type SessionMarks } from '#renderer/features/bodymap/index.ts'
import { CompareVisitsButton } from '#renderer/features/visits/index.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { useTimedMinutes } from '../draft/sessionTimer.ts'
import { partOfMark, type DraftParts } from '../draft/draftParts.ts'
import type { Autosave } from '../draft/autosave.ts'

interface Props {
  record: SessionRecord
  marks: SessionMarks
  parts: DraftParts
  autosave: Autosave
  /** What is told beside the way to other visits. */
  children: ReactNode
}

export function DraftMap({ record, marks, parts, autosave, children }: Props) {
  const noGo = useNoGoAreas(record)
  const timedMinutes = useTimedMinutes(parts.timer)
  const answers = useStore(parts.answers)
  const isUnsaved = useUnsavedFindings(marks, autosave)
  const { data: practice } = useAnswer('practice:get', {})
  const { data } = useAnswer('bodymap:lastVisit', { sessionId: record.id })
  return (
    <BodyMap
      sessionId={record.id}
      lengthMinutes={record.details.lengthMinutes}
      marks={marks}
      unknownMarks={record.unknownMarks}
      isUnsaved={isUnsaved}
      noGo={noGo}
      noGoAnswers={answers}
      onAnswer={parts.answer}
      today={record.details.serviceStart.slice(0, 10)}
      lastVisit={data?.visit ?? null}
      timedMinutes={timedMinutes}
      showsUnits={practice?.settings.showsTimedUnits ?? false}
    >
      {children}
      <CompareVisitsButton
        size="compact-sm"
        clientId={record.client.id}
        clientName={displayName(record.client)}
        startAt={record.id}
        unavailable={data?.visit === null ? 'This is the first visit: there is nothing to compare yet.' : undefined}
      />
    </BodyMap>
  )
}

/** The client's no-go areas, changed for this and every later session. Never updated optimistically: a safety record shows what is stored. */
function useNoGoAreas({ noGoAreas, client }: SessionRecord): NoGoActions {
  const [byHand, setAreas] = useState(noGoAreas)
  const current = useAnswer('health:get', { clientId: client.id }).data?.current
  const areas = useMemo(
    () => (current ? noGoWithAnswers(byHand, current.health, client.id) : byHand),
    [byHand, current, client.id],
  )
  return useMemo(
    () => ({
      areas,
      onPut: (said) => {
        const area = { ...said, id: crypto.randomUUID(), clientId: client.id }
        void ask('noGo:put', { area })
          .then(() => setAreas((before) => [...before, area]))
          .catch((thrown: unknown) => notifyFailure(failureOf(thrown)))
      },
      onLift: ({ id }) => {
        void ask('noGo:remove', { clientId: client.id, id })
          .then(() => setAreas((before) => before.filter((area) => area.id !== id)))
          .catch((thrown: unknown) => notifyFailure(failureOf(thrown)))
      },
    }),
    [areas, client.id],
  )
}

/** Whether a finding could not be saved yet; stable while no answer changes. */
function useUnsavedFindings({ marks }: SessionMarks, autosave: Autosave): (id: string) => boolean {
  const failed = useSyncExternalStore(autosave.subscribe, () =>
    marks.findings.flatMap(({ id }) => (autosave.hasFailed(partOfMark('findings', id)) ? id : [])).join(' '),
  )
  return useCallback((id: string) => failed.includes(id), [failed])
}
