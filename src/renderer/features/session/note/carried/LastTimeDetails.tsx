// The last visit in full: scores, a small map, and each part with the button that takes it over.
import { Button } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import type { LastTime } from '#shared/contract/sessions.ts'
import type { NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import { measureLines } from '#shared/domain/measureLines.ts'
import { sectionIds, sectionNames } from '#shared/domain/note/sections.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import { findingName, SmallBodyMap } from '#renderer/figure/index.ts'
import { linesOfLastTime, textOfLastTime, wordsOfLastTime } from './lastTimeText.ts'
import { useCarryForward } from './useCarryForward.ts'
import classes from './LastTimeCard.module.css'
import { amendedRows, avoidWords, helpedWords, pressureWords, unbrokenNumbers } from './lastTimeWords.ts'
import { notifyTakenOver } from './notifyTakenOver.ts'

interface Props {
  visit: LastTime
  noGoAreas: readonly NoGoArea[]
  /** The visit's date in words: "9 Nov". */
  when: string
}

const mapHeight = 110

export function LastTimeDetails({ visit, noGoAreas, when }: Props) {
  const carry = useCarryForward()
  const map = useMemo(() => mapAt(visit.findings, 'after'), [visit])
  if (!carry) return null
  const take = (...ids: Parameters<typeof carry.takeOver>[0]) => notifyTakenOver(carry.takeOver(ids, visit), when)
  const takePressure = (words: string) => {
    const giveBack = carry.section('objective')?.takeOverText(wordsOfLastTime(visit, `Pressure ${words}.`))
    notifyTakenOver(giveBack ? { parts: ['objective'], giveBack } : null, when)
  }
  const scores = measureLines(visit.measures).map(({ name, value }) => `${name} ${value}`)
  const pressure = pressureWords(visit)
  return (
    <div className={classes.details}>
      {map.length > 0 && <SmallBodyMap findings={map} height={mapHeight} />}
      <dl className={classes.rows}>
        {amendedRows(visit).map(({ name, words }) => (
          <Row key={name} name={name} words={words} />
        ))}
        <Row name="Scores" words={scores.join(' · ')} />
        <Row
          name="Findings"
          words={listWords(map.map((finding) => `${findingName(finding)} ${finding.severity || ''}`.trim()))}
          {...(map.length > 0 && { onTake: () => take('map') })}
        />
        <Row
          name="What helped"
          words={helpedWords(visit)}
          {...(visit.techniques.length > 0 && { taken: 'techniques', onTake: () => take('techniques') })}
        />
        <Row name="Pressure" words={pressure} onTake={() => takePressure(pressure)} />
        <Row name="To avoid" words={avoidWords(visit, noGoAreas)} />
        <Row
          name="Homework"
          words={listWords(visit.homework.map(({ text }) => text))}
          onTake={() => take('homework')}
        />
        {sectionIds.map((id) => (
          <Row
            key={id}
            name={sectionNames[id]}
            words={linesOfLastTime(visit, id)}
            {...(textOfLastTime(visit, id) && { onTake: () => take(id) })}
          />
        ))}
      </dl>
    </div>
  )
}

interface RowProps {
  name: string
  /** Nothing is shown when there are none. */
  words: string
  /** What is taken over, where that is not the row's name. */
  taken?: string
  onTake?: () => void
}

function Row({ name, words, taken = name, onTake }: RowProps): ReactNode {
  if (words === '') return null
  return (
    <div className={classes.row}>
      <dt>{name}</dt>
      <dd dir="auto">{unbrokenNumbers(words)}</dd>
      {onTake && (
        <dd className={classes.take}>
          <Button
            variant="subtle"
            size="compact-xs"
            fw={500}
            aria-label={`Take over ${inSentence(taken)}`}
            title={`Take over ${inSentence(taken)}, to be confirmed`}
            onClick={onTake}
          >
            Take over
          </Button>
        </dd>
      )}
    </div>
  )
}

const inSentence = (name: string) => name.toLowerCase()
