// What to watch for at the table, derived from what the client said: on the overview, and at each visit with the question whether anything has
// changed.
import { Button, Group } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/contract.ts'
import type { HealthVersion } from '#shared/contract/health.ts'
import { regionsInWords } from '#shared/domain/bodymap/treatment.ts'
import {
  decisionsFor,
  preferencesInWords,
  safetyOf,
  undecidedLines,
  type SafetyLine,
} from '#shared/domain/health/safety.ts'
import { paths } from '#renderer/app/routes.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { instantDayOnScreen, useDateFormat } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { shortcutKeys, useShortcut } from '#renderer/ui/shortcuts.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'
import { ChangeDialog, DecisionDialog } from './HealthDialogs.tsx'
import { decisionNames, meaningNames, reviewNames } from '#shared/domain/health/healthWords.ts'
import hidden from '#renderer/ui/spoken.module.css'
import classes from './Safety.module.css'

type Known = Output<'health:get'>

/** What was decided about a line and still holds. */
const decisionOn = ({ decisions }: Known, line: SafetyLine) =>
  decisions.find(({ holds, from }) => holds && from === line.from)

/** Where, and what the client said beside it. */
const besides = ({ regionIds, said }: SafetyLine) => [regionsInWords(regionIds), said].filter(Boolean).join(' · ')

interface LinesProps {
  clientId: string
  known: Known
  current: HealthVersion
  /** The visit that decisions belong to; null for none. */
  atVisit: string | null
  /** What asks for no decision stands together, for where there is little room. */
  isCompact?: boolean
}

/** The lines, the weightiest first, with what was decided about them, and the preferences. */
export function SafetyLines({ clientId, known, current, atVisit, isCompact = false }: LinesProps) {
  useDateFormat()
  const isWritable = useIsWritable()
  const [deciding, setDeciding] = useState<SafetyLine | null>(null)
  const lines = safetyOf(current.health)
  const together = isCompact ? (['avoid the area', 'caution'] as const) : []
  const alone = lines.filter(({ meaning }) => !together.some((one) => one === meaning))
  const prefers = preferencesInWords(current.health.preferences)
  return (
    <>
      <ul className={classes.lines}>
        {lines.length === 0 && <li className={classes.line}>Nothing to watch for in what the client said.</li>}
        {alone.map((line) => {
          const decision = decisionOn(known, line)
          const canDecide = isWritable && line.meaning !== 'postpone' && decisionsFor[line.meaning].length > 0
          return (
            <li key={line.from} className={classes.line}>
              <span className={classes.badge} data-meaning={line.meaning}>
                {meaningNames[line.meaning]}
              </span>
              <span dir="auto">
                {line.wording}
                {besides(line) !== '' && <span className={classes.quiet}> {besides(line)}</span>}
                {decision && (
                  <span className={classes.decided}>
                    {' '}
                    {decisionNames[decision.decision]}
                    {decision.remark !== '' && `: ${decision.remark}`} (
                    {instantDayOnScreen(decision.decidedAt, decision.decidedOffset)})
                  </span>
                )}
              </span>
              {canDecide && (
                <Button size="compact-xs" variant={decision ? 'subtle' : 'default'} onClick={() => setDeciding(line)}>
                  {decision ? 'Change' : line.meaning === 'red flag' ? 'Decide' : 'Doctor’s answer'}
                  <span className={hidden.spoken}> {line.wording}</span>
                </Button>
              )}
            </li>
          )
        })}
        {together.map((meaning) => {
          const own = lines.filter((line) => line.meaning === meaning)
          if (own.length === 0) return null
          return (
            <li key={meaning} className={classes.line}>
              <span className={classes.badge} data-meaning={meaning}>
                {meaningNames[meaning]}
              </span>
              <span dir="auto">
                {own.map((line, at) => (
                  <span key={line.from}>
                    {at > 0 && ' · '}
                    {line.wording}
                    {line.regionIds.length > 0 && (
                      <span className={classes.quiet}> {regionsInWords(line.regionIds)}</span>
                    )}
                  </span>
                ))}
              </span>
            </li>
          )
        })}
        {prefers.length > 0 && (
          <li className={classes.line}>
            <span className={classes.badge} data-meaning="prefers">
              Prefers
            </span>
            <span dir="auto">{prefers.join(' · ')}</span>
          </li>
        )}
      </ul>
      {deciding && (
        <DecisionDialog
          clientId={clientId}
          versionId={current.id}
          line={deciding}
          atVisit={atVisit}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  )
}

/** When the client was asked last, whatever came of it. */
const lastAsked = ({ reviews: [newest] }: Known) =>
  newest ? instantDayOnScreen(newest.answeredAt, newest.answeredOffset) : ''

interface CardProps {
  clientId: string
  today: string
}

/** The card on the overview. */
export function SafetyCard({ clientId, today }: CardProps) {
  useDateFormat()
  const answer = useAnswer('health:get', { clientId })
  const isWritable = useIsWritable()
  const form = formOfChange(clientId)
  const [isChanging, setIsChanging] = useState(() => areTextsKept(form))
  if (answer.error) return <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return null
  const { current, dueOn } = answer.data
  const room = paths.client(clientId, 'health')
  if (!current) {
    return (
      <section className={classes.none} aria-label="Safety">
        <span>Nothing is known about this client’s health yet.</span>
        {isWritable && <Link href={room}>Go to the intake</Link>}
      </section>
    )
  }
  const waits = undecidedLines(safetyOf(current.health), (line) => {
    const decision = decisionOn(answer.data, line)
    return line.meaning === 'postpone' || (decision !== undefined && decision.decision !== 'not asked yet')
  })
  return (
    <section className={classes.card} aria-labelledby="client-safety" data-alarm={waits.length > 0 || undefined}>
      <div className={classes.head}>
        <h2 id="client-safety">
          Safety <span className={classes.quiet}>asked {lastAsked(answer.data)}</span>
        </h2>
        {dueOn !== null && dueOn <= today && (
          <Link className={classes.due} href={room}>
            A full review is due
          </Link>
        )}
        {isWritable && (
          <Button variant="subtle" size="compact-sm" onClick={() => setIsChanging(true)}>
            Something changed
          </Button>
        )}
      </div>
      <SafetyLines clientId={clientId} known={answer.data} current={current} atVisit={null} />
      {isChanging && isWritable && (
        <ChangeDialog
          clientId={clientId}
          name={form}
          current={current}
          atVisit={null}
          onClose={() => setIsChanging(false)}
        />
      )}
    </section>
  )
}

/** The name under which a half-typed change is kept: of a client, or of a visit. */
const formOfChange = (id: string) => `health change ${id}`

interface SessionProps {
  clientId: string
  sessionId: string
}

/** In the header of a draft: what to mind, and whether anything has changed. Nothing before the intake. */
export function SessionSafety({ clientId, sessionId }: SessionProps) {
  useDateFormat()
  const { data: known } = useAnswer('health:get', { clientId })
  const confirm = useMutationOf('health:confirm')
  const form = formOfChange(sessionId)
  const [isChanging, setIsChanging] = useState(() => areTextsKept(form))
  const current = known?.current ?? null
  const asked = known?.reviews.find(({ atVisit }) => atVisit === sessionId)
  const say = () => {
    if (!current || asked || confirm.isPending) return
    confirm.mutate({ clientId, versionId: current.id, atVisit: sessionId }, { onError: notifyFailure })
  }
  useShortcut('nothingChanged', say)
  if (!known || !current) return null
  return (
    <section className={classes.strip} aria-label="Safety">
      <Group gap="xs" className={classes.asking}>
        {asked ? (
          <span className={classes.asked} role="status">
            <IconCheck size={14} aria-hidden /> {reviewNames[asked.kind]}
          </span>
        ) : (
          <>
            <span className={classes.since}>Changed since {lastAsked(known)}?</span>
            <Button size="compact-sm" loading={confirm.isPending} onClick={say} title={shortcutKeys('nothingChanged')}>
              Nothing changed
            </Button>
          </>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setIsChanging(true)}>
          Something changed
        </Button>
      </Group>
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label="What to watch for">
        <SafetyLines clientId={clientId} known={known} current={current} atVisit={sessionId} isCompact />
      </div>
      {isChanging && (
        <ChangeDialog
          clientId={clientId}
          name={form}
          current={current}
          atVisit={sessionId}
          onClose={() => setIsChanging(false)}
        />
      )}
    </section>
  )
}

/** In the header of a note that is read: whether it was asked at that visit, and what came of it. */
export function AskedAtVisit({ clientId, sessionId }: SessionProps): ReactNode {
  useDateFormat()
  const { data } = useAnswer('health:get', { clientId })
  const asked = data?.reviews.find(({ atVisit }) => atVisit === sessionId)
  return (
    asked && (
      <p className={classes.atVisit} role="note" aria-label="Health">
        Asked about health at this visit: {reviewNames[asked.kind].toLowerCase()} ·{' '}
        {instantDayOnScreen(asked.answeredAt, asked.answeredOffset)}
      </p>
    )
  )
}
