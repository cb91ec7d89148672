// What the client says about their health, on paper: what to mind, all that was said, when it was asked, and the signature.
import type { HealthVersion, KnownHealth } from '#shared/contract/health.ts'
import { regionsInWords } from '#shared/domain/bodymap/treatment.ts'
import { entryLists } from '#shared/domain/health/health.ts'
import { decisionNames, entryListNames, meaningNames, reviewNames } from '#shared/domain/health/healthWords.ts'
import { answerInWords, entryInWords } from '#shared/domain/health/reviews.ts'
import { preferencesInWords, safetyOf } from '#shared/domain/health/safety.ts'
import { instantDayWords } from '#renderer/ui/dateWords.ts'
import { Part } from './parts.tsx'
import classes from './SessionArticle.module.css'
import { SignatureLine } from './SignatureLine.tsx'

interface Props {
  health: KnownHealth
  current: HealthVersion
  practiceName: string
}

/** Text, and where on the body it is. */
const withPlace = (words: string, regionIds: readonly string[]) =>
  regionIds.length === 0 ? words : `${words} (${regionsInWords(regionIds)})`

export function HealthOnPaper({ health: { reviews, decisions }, current, practiceName }: Props) {
  const { answers, entries, preferences, pregnancyWeeks, earlierMassage } = current.health
  const lines = safetyOf(current.health)
  const denied = answers.filter(({ answer }) => answer === 'no')
  const prefers = preferencesInWords(preferences)
  return (
    <div className={classes.session} role="group" aria-label="Health">
      <Part name="To mind">
        <ul>
          {lines.length === 0 && <li>Nothing in what the client said.</li>}
          {lines.map(({ from, meaning, wording, said, regionIds }) => (
            <li key={from} dir="auto">
              {meaningNames[meaning]}: {withPlace(wording, regionIds)} {said}
            </li>
          ))}
        </ul>
      </Part>
      <Part name="Health">
        <ul>
          {answers
            .filter(({ answer }) => answer !== 'no')
            .map((answer) => (
              <li key={answer.questionId} dir="auto">
                {answer.text} {withPlace(answerInWords(answer), answer.regionIds)}
              </li>
            ))}
          {pregnancyWeeks !== null && <li>Week of pregnancy when asked: {pregnancyWeeks}</li>}
          {denied.length > 0 && <li dir="auto">No to: {denied.map(({ text }) => text).join(' ')}</li>}
        </ul>
      </Part>
      {entryLists
        .filter((list) => entries.some((entry) => entry.list === list))
        .map((list) => (
          <Part key={list} name={entryListNames[list]}>
            <ul>
              {entries
                .filter((entry) => entry.list === list)
                .map((entry) => (
                  <li key={entry.id} dir="auto">
                    {withPlace([entry.name, entryInWords(entry)].filter(Boolean).join(': '), entry.regionIds)}
                  </li>
                ))}
            </ul>
          </Part>
        ))}
      {(prefers.length > 0 || earlierMassage !== '') && (
        <Part name="At the table">
          <p dir="auto">{prefers.join(' · ')}</p>
          <p dir="auto">{earlierMassage}</p>
        </Part>
      )}
      {decisions.length > 0 && (
        <Part name="Decided">
          <ul>
            {decisions.map(({ id, wording, decision, remark, decidedAt, decidedOffset }) => (
              <li key={id} dir="auto">
                {instantDayWords(decidedAt, decidedOffset)}: {wording} {decisionNames[decision]}
                {remark !== '' && `: ${remark}`}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part name="Asked">
        <p>
          {reviews
            .map(
              ({ kind, answeredAt, answeredOffset }) =>
                `${instantDayWords(answeredAt, answeredOffset)} (${reviewNames[kind].toLowerCase()})`,
            )
            .join(' · ')}
        </p>
      </Part>
      <Part name="Signature" kind="signature">
        <SignatureLine signature={current.signature} practiceName={practiceName} />
      </Part>
    </div>
  )
}
