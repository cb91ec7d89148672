// One moment of a draft: every part as it was then, and what differs from now marked.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryState } from '#shared/contract/history.ts'
import { historyPartNames, historyParts, type HistoryPart } from '#shared/domain/note/parts.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { wordDiff } from '#shared/domain/note/wordDiff.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { RichText } from '#renderer/ui/RichText.tsx'
import classes from './DraftHistory.module.css'
import { isSamePart, partText, type DraftState } from './historyText.ts'

interface Props {
  sessionId: string
  at: string
  /** The moment in words. */
  title: string
  now: SessionRecord
  onRestore: ((at: string, part: HistoryPart | null) => Promise<void>) | null
}

export function MomentView({ sessionId, at, title, now, onRestore }: Props) {
  const [isRestoring, setIsRestoring] = useState(false)
  const state = useQuery<HistoryState, Failure>({
    queryKey: ['draft history', sessionId, at],
    queryFn: () => ask('history:get', { sessionId, at }),
    gcTime: 0,
  })
  if (state.error) return <FailureNotice failure={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <div className={classes.view} />
  const then = state.data
  const differing = historyParts.filter((part) => !isSamePart(then, now, part))
  const shown = historyParts.filter((part) => differing.includes(part) || partText(then, part) !== '')
  const isReadable = (part: HistoryPart) => then.sections.every((one) => one.section !== part || one.document !== null)
  const restore = (part: HistoryPart | null) => {
    setIsRestoring(true)
    void onRestore?.(at, part).finally(() => setIsRestoring(false))
  }
  return (
    <div className={classes.view}>
      <div className={classes.viewHead}>
        <h3 className={classes.viewTitle}>As it was at {title}</h3>
        {onRestore && differing.length > 0 && differing.every(isReadable) && (
          <Button variant="default" size="compact-sm" loading={isRestoring} onClick={() => restore(null)}>
            Restore all
          </Button>
        )}
      </div>
      <p className={classes.legend}>
        {differing.length === 0 ? (
          'The same as now.'
        ) : (
          <>
            <ins className={classes.then}>Only then</ins>, <del className={classes.now}>only now</del>
          </>
        )}
      </p>
      {/* Focusable, so that the keyboard can scroll content without controls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.parts} tabIndex={0} role="group" aria-label={`As it was at ${title}`}>
        {shown.map((part) => (
          <div key={part} className={classes.part} role="group" aria-label={historyPartNames[part]}>
            <div className={classes.partHead}>
              <h4 className={classes.partTitle}>{historyPartNames[part]}</h4>
              {!differing.includes(part) && <span className={classes.same}>same as now</span>}
              {onRestore && differing.includes(part) && isReadable(part) && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={isRestoring}
                  aria-label={`Restore this part: ${historyPartNames[part]}`}
                  onClick={() => restore(part)}
                >
                  Restore this part
                </Button>
              )}
            </div>
            <PartThen part={part} then={then} now={now} isSame={!differing.includes(part)} />
          </div>
        ))}
      </div>
    </div>
  )
}

interface PartProps {
  part: HistoryPart
  then: DraftState
  now: DraftState
  isSame: boolean
}

function PartThen({ part, then, now, isSame }: PartProps) {
  const [textThen, textNow] = [partText(then, part), partText(now, part)]
  const document = then.sections.find((one) => one.section === part)?.document
  if (textThen === textNow) {
    return (
      <div className={classes.text} dir="auto">
        {document ? <RichText document={document} /> : textThen}
        {!isSame && <p className={classes.same}>{differsOtherwise(part)}</p>}
      </div>
    )
  }
  if (textNow === '' && document) {
    return (
      <div className={`${classes.text} ${classes.then}`} dir="auto">
        <RichText document={document} />
      </div>
    )
  }
  return (
    <div className={classes.text} dir="auto">
      {wordDiff(textNow, textThen).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        if (kind === 'added') {
          return (
            <ins key={index} className={classes.then}>
              {text}
            </ins>
          )
        }
        return (
          <del key={index} className={classes.now}>
            {text}
          </del>
        )
      })}
    </div>
  )
}

function differsOtherwise(part: HistoryPart): string {
  if (part === 'map') return 'The same in words; a point or a drawing differs.'
  if (part === 'measures' || part === 'details') return 'The same in words; what is confirmed differs.'
  return 'The same words; their emphasis, or what is confirmed, differs.'
}
