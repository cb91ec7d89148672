// On top of a draft's note: the client's last visit in a few lines, and everything of it to be taken over.
import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { memo, useEffect, useId, useMemo, useState } from 'react'
import type { LastTime, SessionRecord } from '#shared/contract/sessions.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { carriedParts } from '#shared/domain/note/parts.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { shortDateWords, useDateFormat } from '#renderer/ui/dateWords.ts'
import { shortcutForAria, shortcutKeys, useShortcut } from '#renderer/ui/shortcuts.ts'
import { FromTo } from '#renderer/ui/SessionRow.tsx'
import { dateOfVisit, linesOfLastTime, textOfLastTime } from './lastTimeText.ts'
import { useCarryForward } from './useCarryForward.ts'
import classes from './LastTimeCard.module.css'
import { LastTimeDetails } from './LastTimeDetails.tsx'
import { amendedRows, helpedWords, unbrokenNumbers } from './lastTimeWords.ts'
import { hideTakenOver, notifyTakenOver } from './notifyTakenOver.ts'

/** Nothing at the first visit. */
export const LastTimeCard = memo(({ record }: { record: SessionRecord }) => {
  const { data } = useAnswer('session:lastTime', { sessionId: record.id })
  return data?.visit ? <Card record={record} visit={data.visit} /> : null
})

interface Props {
  record: SessionRecord
  visit: LastTime
}

function Card({ record, visit }: Props) {
  useDateFormat()
  const carry = useCarryForward()
  const [isOpen, setIsOpen] = useState(false)
  const details = useId()
  const when = shortDateWords(dateOfVisit(visit), today())
  const takeAll = () => carry && notifyTakenOver(carry.takeOver(carriedParts, visit), when)
  const isTakeable = useMemo(() => hasAnything(visit), [visit])
  useShortcut('sameAsLastTime', isTakeable ? takeAll : null)
  // Undo must not change a note that was left or opened again.
  useEffect(() => hideTakenOver, [])
  return (
    <section className={classes.card} aria-label="Last time">
      <div className={classes.head}>
        <div className={classes.facts}>
          <div className={classes.when}>Last time, {when}</div>
          <Pain visit={visit} />
          {!visit.isSigned && <div className={classes.unsigned}>not signed yet</div>}
          {visit.amended.length > 0 && <div className={classes.amended}>amended since</div>}
        </div>
        {!isOpen && <Summary visit={visit} />}
        <div className={classes.actions}>
          {isTakeable && (
            <Button
              variant="default"
              size="compact-md"
              className={classes.same ?? ''}
              title={`Take everything over, to be confirmed (${shortcutKeys('sameAsLastTime')})`}
              aria-keyshortcuts={shortcutForAria('sameAsLastTime')}
              onClick={takeAll}
            >
              Same as last time
            </Button>
          )}
          <UnstyledButton
            className={classes.more}
            aria-label="Details of last time"
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => setIsOpen(!isOpen)}
          >
            Details
            <IconChevronDown
              size={14}
              stroke={1.8}
              className={classes.chevron}
              data-open={isOpen || undefined}
              aria-hidden
            />
          </UnstyledButton>
        </div>
      </div>
      <div id={details}>{isOpen && <LastTimeDetails visit={visit} noGoAreas={record.noGoAreas} when={when} />}</div>
    </section>
  )
}

/** Whether there is anything of a visit to take over: scores never are. */
const hasAnything = (visit: LastTime): boolean =>
  sectionIds.some((id) => textOfLastTime(visit, id) !== null) ||
  mapAt(visit.findings, 'after').length > 0 ||
  visit.techniques.length > 0 ||
  visit.homework.length > 0

function Pain({ visit: { painBefore, painAfter } }: { visit: LastTime }) {
  if (painBefore === null && painAfter === null) return null
  return (
    <div className={classes.pain}>
      Pain <FromTo before={painBefore} after={painAfter} />
    </div>
  )
}

function Summary({ visit }: { visit: LastTime }) {
  const lines = [
    ...amendedRows(visit),
    { name: 'Helped', words: helpedWords(visit) },
    { name: 'Homework', words: listWords(visit.homework.map(({ text }) => text)) },
    { name: 'Plan', words: linesOfLastTime(visit, 'plan') },
  ].filter(({ words }) => words !== '')
  const said = lines.length > 0 ? lines : [{ name: '', words: firstWords(visit) }]
  return (
    <p className={classes.summary} dir="auto">
      {said.map(({ name, words }) => (
        <span key={name}>
          {name && <b>{name}:</b>} {asSentence(words)}{' '}
        </span>
      ))}
    </p>
  )
}

const asSentence = (words: string) => unbrokenNumbers(/[.!?…]$/u.test(words) ? words : `${words}.`)

const firstWords = (visit: LastTime): string =>
  (['assessment', 'subjective', 'objective'] as const).map((id) => linesOfLastTime(visit, id)).find(Boolean) ??
  'Nothing was written.'
