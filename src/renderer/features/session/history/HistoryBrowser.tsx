// A draft's history to look through: the moments on one side, the chosen one on the other.
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryMoment } from '#shared/contract/history.ts'
import type { HistoryPart } from '#shared/domain/note/parts.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { isSameMinute, secondsOf } from '#shared/domain/time.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { VirtualList } from '#renderer/ui/VirtualList.tsx'
import { useDraft } from '../draft/useDraft.tsx'
import { momentHere } from '../sessionWords.ts'
import classes from './DraftHistory.module.css'
import { changedWords } from './historyText.ts'
import { MomentView } from './MomentView.tsx'

interface Props {
  sessionId: string
  /** Brings a part back, or everything (null); null where nothing can be. */
  onRestore: ((at: string, part: HistoryPart | null) => Promise<void>) | null
}

interface History {
  moments: readonly HistoryMoment[]
  now: SessionRecord
}

export function HistoryBrowser({ sessionId, onRestore }: Props) {
  const draft = useDraft(sessionId)
  const history = useQuery<History, Failure>({
    queryKey: ['draft history', sessionId],
    queryFn: async () => {
      await draft.settled()
      const [{ moments }, now] = await Promise.all([
        ask('history:list', { sessionId }),
        ask('session:get', { id: sessionId }),
      ])
      return { moments, now }
    },
    gcTime: 0,
    staleTime: 0,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  if (history.error) return <FailureNotice failure={history.error} onRetry={() => void history.refetch()} />
  if (!history.data || history.isFetching) return <Text c="dimmed">Reading…</Text>
  const { moments, now } = history.data
  // The newest moment is on screen anyway.
  const shown = chosen ?? (moments[1] ?? moments[0])?.at
  if (shown === undefined) {
    return (
      <Text c="dimmed">
        Nothing has been saved yet. Earlier versions of this draft will be listed here as it is written.
      </Text>
    )
  }
  return (
    <div className={classes.browser}>
      <div className={classes.moments}>
        <VirtualList
          label="Moments"
          items={moments}
          keyOf={({ at }) => at}
          rowHeight={46}
          pane="draft history"
          renderRow={(moment) => (
            <MomentRow
              moment={moment}
              words={(instant) => momentWords(instant, moments)}
              isNewest={moment === moments[0]}
              isChosen={moment.at === shown}
              onChoose={() => setChosen(moment.at)}
            />
          )}
        />
      </div>
      <MomentView
        key={shown}
        sessionId={sessionId}
        at={shown}
        title={momentWords(shown, moments)}
        now={now}
        onRestore={onRestore}
      />
    </div>
  )
}

interface RowProps {
  moment: HistoryMoment
  words: (instant: string) => string
  isNewest: boolean
  isChosen: boolean
  onChoose: () => void
}

const MomentRow = ({ moment, words, isNewest, isChosen, onChoose }: RowProps) => (
  <button type="button" className={classes.moment} aria-pressed={isChosen} onClick={onChoose}>
    <span className={classes.time}>
      {words(moment.at)}
      {isNewest && <span className={classes.newest}> · newest</span>}
    </span>
    <span className={classes.changed}>
      {moment.restoredFrom !== null && `From ${words(moment.restoredFrom)}: `}
      {changedWords(moment)}
    </span>
  </button>
)

/** "14:38" of today, "Mon 9 Nov, 14:38" of another day; with seconds where several moments share the minute. */
function momentWords(instant: string, moments: readonly HistoryMoment[]): string {
  const sharesMinute = moments.filter(({ at }) => isSameMinute(at, instant)).length > 1
  return `${momentHere(instant)}${sharesMinute ? secondsOf(instant) : ''}`
}
