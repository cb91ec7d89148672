// The room of a client's health: what they said, what it was before, and the way to ask again.
import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '#shared/contract/contract.ts'
import type { HealthReviewSummary, HealthVersion } from '#shared/contract/health.ts'
import { regionsInWords } from '#shared/domain/bodymap/treatment.ts'
import { entryLists, type Health } from '#shared/domain/health/health.ts'
import { questionGroups } from '#shared/domain/health/question.ts'
import { answerInWords, changesBetween, entryInWords, type HealthChange } from '#shared/domain/health/reviews.ts'
import { preferencesInWords } from '#shared/domain/health/safety.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { DataTable } from '#renderer/ui/DataTable.tsx'
import { dateWords, instantDayOnScreen, useDateFormat } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { useIsWritable } from '#renderer/ui/Writable.tsx'
import { HealthForm } from './HealthForm.tsx'
import classes from './HealthRoom.module.css'
import { entryListNames, reviewNames } from '#shared/domain/health/healthWords.ts'
import { SafetyLines } from './Safety.tsx'

type Known = Output<'health:get'>

/** Which form is open. */
type Asking = 'full' | 'short'

const formOf = (clientId: string, asking: Asking) => `health ${asking} ${clientId}`

export function HealthRoom({ clientId, today }: { clientId: string; today: string }) {
  const answer = useAnswer('health:get', { clientId })
  const isWritable = useIsWritable()
  const [asking, setAsking] = useState<Asking | null>(
    () => (['full', 'short'] as const).find((one) => areTextsKept(formOf(clientId, one))) ?? null,
  )
  if (answer.error) return <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return null
  const { current } = answer.data
  if (asking && isWritable) {
    return (
      <section className={classes.asking} aria-label={current ? 'Review health' : 'Intake'}>
        <HealthForm
          clientId={clientId}
          name={formOf(clientId, asking)}
          kind={current ? 'full review' : 'intake'}
          isShort={asking === 'short'}
          current={current}
          atVisit={null}
          onLeave={() => setAsking(null)}
        />
      </section>
    )
  }
  return current ? (
    <Answers
      clientId={clientId}
      known={answer.data}
      current={current}
      today={today}
      onReview={() => setAsking('full')}
    />
  ) : (
    <Empty onStart={setAsking} />
  )
}

function Empty({ onStart }: { onStart: (asking: Asking) => void }) {
  const isWritable = useIsWritable()
  return (
    <section className={classes.empty} aria-labelledby="client-health">
      <h2 id="client-health">Health</h2>
      <p>
        Ask once, and it is there at every visit: what to avoid is painted on the body map, what to watch for stands
        beside the name, and what needs a doctor’s approval says so.
      </p>
      {isWritable && (
        <Group gap="sm">
          <Button onClick={() => onStart('full')}>Start intake</Button>
          <Button variant="default" onClick={() => onStart('short')}>
            Short form
          </Button>
        </Group>
      )}
    </section>
  )
}

interface AnswersProps {
  clientId: string
  known: Known
  current: HealthVersion
  today: string
  onReview: () => void
}

function Answers({ clientId, known, current, today, onReview }: AnswersProps) {
  useDateFormat()
  const pane = usePaneScroll<HTMLElement>(`health-${clientId}`, true)
  const isWritable = useIsWritable()
  const { health } = current
  const { dueOn } = known
  return (
    <section className={classes.pane} aria-labelledby="client-health" ref={pane}>
      <div className={classes.head}>
        <h2 id="client-health">Health</h2>
        <span className={classes.quiet}>
          {reviewNames[current.kind]} {instantDayOnScreen(current.answeredAt, current.answeredOffset)}
          {current.isShort && ', short form'}
          {dueOn !== null && ` · full review due ${dateWords(dueOn)}`}
        </span>
        {isWritable && (
          <Button
            variant={dueOn !== null && dueOn <= today ? 'filled' : 'default'}
            size="compact-md"
            onClick={onReview}
          >
            Review health
          </Button>
        )}
      </div>
      <section className={classes.part} aria-labelledby="health-safety">
        <h3 id="health-safety">What to watch for</h3>
        <SafetyLines clientId={clientId} known={known} current={current} atVisit={null} />
      </section>
      <Groups health={health} />
      <Versions clientId={clientId} reviews={known.reviews} current={current} />
    </section>
  )
}

/** What was said, by group; what was denied is one line at the end. */
function Groups({ health }: { health: Health }) {
  const { answers, entries, preferences, earlierMassage } = health
  const known = new Set<string>(questionGroups.map(({ id }) => id))
  const groupOf = (questionId: string) => {
    const group = questionId.slice(0, questionId.indexOf('.'))
    return known.has(group) ? group : 'other'
  }
  const groups = [...questionGroups, { id: 'other', name: 'Other questions' }].map(({ id, name }) => ({
    id,
    name,
    own: answers.filter(({ questionId, answer }) => answer !== 'no' && groupOf(questionId) === id),
  }))
  const denied = answers.filter(({ answer }) => answer === 'no')
  const prefers = preferencesInWords(preferences)
  return (
    <>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ id, name, own }) => (
          <section key={id} className={classes.part} aria-label={name}>
            <h3>{name}</h3>
            <dl className={classes.facts}>
              {own.map((answer) => (
                <div key={answer.questionId}>
                  <dt>{answer.text}</dt>
                  <dd dir="auto">
                    {answerInWords(answer)}
                    {answer.regionIds.length > 0 && ` (${regionsInWords(answer.regionIds)})`}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      {entryLists
        .filter((list) => entries.some((entry) => entry.list === list))
        .map((list) => (
          <section key={list} className={classes.part} aria-label={entryListNames[list]}>
            <h3>{entryListNames[list]}</h3>
            <dl className={classes.facts}>
              {entries
                .filter((entry) => entry.list === list)
                .map((entry) => (
                  <div key={entry.id}>
                    <dt dir="auto">{entry.name}</dt>
                    <dd dir="auto">
                      {entryInWords(entry)}
                      {entry.regionIds.length > 0 && ` (${regionsInWords(entry.regionIds)})`}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      {(prefers.length > 0 || earlierMassage !== '') && (
        <section className={classes.part} aria-label="At the table">
          <h3>At the table</h3>
          <dl className={classes.facts}>
            {prefers.length > 0 && (
              <div>
                <dt>Prefers</dt>
                <dd dir="auto">{prefers.join(' · ')}</dd>
              </div>
            )}
            {earlierMassage !== '' && (
              <div>
                <dt>Earlier massage</dt>
                <dd dir="auto">{earlierMassage}</dd>
              </div>
            )}
          </dl>
        </section>
      )}
      {denied.length > 0 && (
        <details className={`${classes.part} ${classes.denied}`}>
          <summary>No to {countWords(denied.length, 'question')}</summary>
          <ul>
            {denied.map(({ questionId, text }) => (
              <li key={questionId}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

interface VersionsProps {
  clientId: string
  reviews: readonly HealthReviewSummary[]
  current: HealthVersion
}

const whenOf = ({ kind, answeredAt, answeredOffset }: HealthReviewSummary) =>
  `${reviewNames[kind]}, ${instantDayOnScreen(answeredAt, answeredOffset)}`

/** Every time that it was asked, and two versions side by side. */
function Versions({ clientId, reviews, current }: VersionsProps) {
  const versions = reviews.filter(({ kind }) => kind !== 'nothing changed')
  const [chosen, setChosen] = useState<string | null>(null)
  const earlier = versions.find(({ id }) => id === chosen) ?? versions[1]
  return (
    <section className={classes.part} aria-labelledby="health-versions">
      <h3 id="health-versions">Each time you asked</h3>
      <ol className={classes.reviews}>
        {reviews.map((review) => (
          <li key={review.id}>{whenOf(review)}</li>
        ))}
      </ol>
      {earlier && (
        <>
          <NativeSelect
            className={classes.choose ?? ''}
            label="Compare with"
            value={earlier.id}
            data={versions.filter(({ id }) => id !== current.id).map((one) => ({ value: one.id, label: whenOf(one) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Comparison key={earlier.id} clientId={clientId} earlier={earlier} current={current} />
        </>
      )}
    </section>
  )
}

function Comparison({
  clientId,
  earlier,
  current,
}: {
  clientId: string
  earlier: HealthReviewSummary
  current: HealthVersion
}) {
  const answer = useAnswer('health:version', { clientId, id: earlier.id })
  if (answer.error) return <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return null
  const changes = changesBetween(answer.data.health, current.health)
  const rows: readonly (readonly [name: string, changes: readonly HealthChange[]])[] = [
    ['New', changes.new],
    ['Gone', changes.gone],
    ['Changed', changes.changed],
  ]
  if (rows.every(([, own]) => own.length === 0)) return <p className={classes.quiet}>Both say the same.</p>
  return (
    <DataTable caption="What changed between the two" columns={['', 'What', whenOf(earlier), whenOf(current)]} hasHead>
      {rows.flatMap(([name, own]) =>
        own.map(({ what, before, after }, at) => (
          <tr key={`${name} ${at}`}>
            <td>{name}</td>
            <td dir="auto">{what}</td>
            <td dir="auto">{before}</td>
            <td dir="auto">{after}</td>
          </tr>
        )),
      )}
    </DataTable>
  )
}
