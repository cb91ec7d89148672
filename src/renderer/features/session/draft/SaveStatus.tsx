// Whether what is on screen is saved. "Saved" is said only after the commit.
import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { historyPartOf, keptPartOf } from '#shared/domain/note/parts.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { unstoredNames, useUnstoredFields } from '#renderer/ui/unstoredFields.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import type { SaveState } from './autosave.ts'
import { conflictSentence } from './draftStore.ts'
import { notSavedWords } from './refusalWords.ts'
import classes from './SaveStatus.module.css'
import { momentHere } from '../sessionWords.ts'
import { useDraft, useRestore, useSaveState } from './useDraft.tsx'

interface Props {
  sessionId: string
  /** When what is shown was saved last before it was opened, UTC; left out where that is of no interest. */
  savedBefore?: string
}

export function SaveStatus({ sessionId, savedBefore }: Props) {
  const { autosave } = useDraft(sessionId)
  const state = useSaveState(autosave)
  const fields = useUnstoredFields()
  const isMoved = useAnswer('vault:status', {}).data?.isMoved === true
  const wasMoved = useRef(false)
  // A vault that is back can save at once: the next automatic retry may be a minute away.
  useEffect(() => {
    if (wasMoved.current && !isMoved) autosave.retry()
    wasMoved.current = isMoved
  }, [isMoved, autosave])
  if (isMoved && state.kind !== 'failed') {
    return (
      <div role="status" className={classes.failed}>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
        <span>Not saved: the vault is not where it was.</span>
      </div>
    )
  }
  if (state.kind === 'failed' && state.conflict) return <Conflict sessionId={sessionId} conflict={state.conflict} />
  if (state.kind === 'failed') {
    return (
      <div role="alert" className={classes.failed}>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
        <span>{notSavedWords(state.code)}</span>
        <Button variant="default" size="compact-sm" onClick={() => autosave.retry()}>
          Try now
        </Button>
      </div>
    )
  }
  if (fields.length > 0) {
    return (
      <div role="status" className={classes.failed}>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
        <span>Not saved yet: {unstoredNames(fields)}</span>
        <Button variant="default" size="compact-sm" onClick={() => fields[0]?.show()}>
          Show
        </Button>
      </div>
    )
  }
  return (
    // Not a live region: it changes with every pause in typing. A failure is an alert.
    <div role="status" aria-live="off" className={classes.status}>
      {state.kind === 'saving' && 'Saving…'}
      {state.kind === 'saved' && `Saved ${momentHere(state.at)}`}
      {state.kind === 'unchanged' && savedBefore && `Saved ${momentHere(savedBefore)}`}
    </div>
  )
}

interface ConflictProps {
  sessionId: string
  conflict: NonNullable<Extract<SaveState, { kind: 'failed' }>['conflict']>
}

/**
 * Both versions are kept, whichever is chosen: the other one is in the draft's history. A part without one keeps both texts,
 * one below the other, or shows what is stored where nothing is written here.
 */
function Conflict({ sessionId, conflict: { part, kind } }: ConflictProps) {
  const draft = useDraft(sessionId)
  const restore = useRestore(sessionId)
  const kept = keptPartOf(part)
  const showStored = async () => {
    const { moments } = await ask('history:list', { sessionId })
    await draft.saveOverConflict(part)
    const [stored] = moments
    if (stored && kept) await restore(stored.at, historyPartOf(kept))
  }
  const choices = {
    'Keep what is here': kept ? () => draft.saveOverConflict(part) : null,
    'Keep both': !kept && kind === 'changed_meanwhile' ? () => draft.keepBoth(part) : null,
    'Show what is stored': kept ? showStored : kind === 'would_be_emptied' ? () => draft.showStored(part) : null,
  }
  return (
    <div role="alert" className={classes.failed}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <span>Not saved: {conflictSentence(part, kind)}</span>
      <Group gap="xs">
        {Object.entries(choices).map(
          ([name, choose]) =>
            choose && (
              <Button key={name} variant="default" size="compact-sm" onClick={() => void choose().catch(notifyFailure)}>
                {name}
              </Button>
            ),
        )}
      </Group>
    </div>
  )
}
