// The body map of a draft with what belongs to it: the last visit, the safety record, the way to other visits.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { BodyMap } from '#renderer/features/bodymap/index.ts'
import { CompareVisitsButton } from '#renderer/features/visits/index.ts'
import { useNoGoAreas } from './useNoGoAreas.ts'
import type { SessionTimer } from './timer/sessionTimer.ts'
import { useTimedMinutes } from './timer/useSessionTimer.ts'
import type { DraftMarks } from './useSessionMarks.ts'

interface Props {
  record: SessionRecord
  draft: DraftMarks
  timer: SessionTimer
}

export function DraftMap({ record, draft, timer }: Props) {
  const noGo = useNoGoAreas(record)
  const timedMinutes = useTimedMinutes(timer)
  const { data: practice } = useAnswer('practice:get', {})
  const { data } = useAnswer('bodymap:lastVisit', { sessionId: record.id })
  return (
    <BodyMap
      sessionId={record.id}
      lengthMinutes={record.details.lengthMinutes}
      marks={draft.marks}
      unknownMarks={record.unknownMarks}
      isUnsaved={draft.isUnsaved}
      noGo={noGo}
      noGoAnswers={draft.answers}
      onAnswer={draft.onAnswer}
      today={record.details.serviceStart.slice(0, 10)}
      lastVisit={data?.visit ?? null}
      timedMinutes={timedMinutes}
      showsUnits={practice?.settings.showsTimedUnits ?? false}
    >
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
