// The emergency sheet on paper: one page, to be filled in by hand where the recovery code belongs.
import type { ReactNode } from 'react'
import { emergencySteps, mostPlacesOnSheet, type EmergencySheet } from '#shared/domain/emergencySheet.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { offsetHere } from '#shared/domain/time.ts'
import { instantDayWords, instantOnScreen } from '#renderer/ui/dateWords.ts'
import paper from './paper.module.css'
import classes from './EmergencySheetDocument.module.css'

const groups = 7
const inGroup = 5

export function EmergencySheetDocument({ sheet }: { sheet: EmergencySheet }) {
  const { practiceName, therapistName, phone, person, vaultFolder, places, madeAt } = sheet
  const shown = places.slice(0, mostPlacesOnSheet)
  const more = places.length - shown.length
  return (
    <article className={`${paper.paper} ${classes.sheet}`}>
      <header className={classes.head}>
        <h1>Emergency sheet</h1>
        <p dir="auto">{[practiceName, therapistName, phone].filter(Boolean).join(' · ')}</p>
        <p>As of {instantDayWords(madeAt, offsetHere(madeAt))}. A newer sheet replaces this one.</p>
      </header>
      <p>
        The records of this practice’s clients are kept in Palpate, encrypted. If the therapist cannot take care of
        them, this sheet says how to reach them.
      </p>
      <Block name="Give the records to">
        {person === '' ? <Lines count={2} /> : <p className={classes.typed}>{person}</p>}
      </Block>
      <Block name="Recovery code">
        <div className={classes.code} aria-hidden>
          {Array.from({ length: groups }, (_, group) => (
            <span key={group} className={classes.group}>
              {Array.from({ length: inGroup }, (__, place) => (
                <span key={place} className={classes.box} />
              ))}
            </span>
          ))}
        </div>
        <p className={classes.small}>
          Write it in by hand, from where you wrote it down when it was made: seven groups of five. Palpate itself does
          not know it.
        </p>
      </Block>
      <Block name="The records are in">
        <p className={classes.path}>{vaultFolder}</p>
      </Block>
      <Block name="Backups are in">
        {shown.length === 0 ? (
          <Lines count={2} />
        ) : (
          <ul className={classes.places}>
            {shown.map(({ folder, verifiedAt }) => (
              <li key={folder}>
                <span className={classes.path}>{folder}</span>
                {verifiedAt === null ? ' – none yet' : ` – newest from ${instantOnScreen(verifiedAt, null)}`}
              </li>
            ))}
          </ul>
        )}
        {more > 0 && <p className={classes.small}>And in {countWords(more, 'more place')}.</p>}
        <p className={classes.small}>Which disk that is, and where it is kept:</p>
        <Lines count={1} />
      </Block>
      <Block name="What to do">
        <ol className={classes.steps}>
          {emergencySteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Block>
    </article>
  )
}

interface BlockProps {
  name: string
  children: ReactNode
}

const Block = ({ name, children }: BlockProps) => (
  <section className={classes.block}>
    <h2>{name}</h2>
    <div>{children}</div>
  </section>
)

/** To be written on. */
const Lines = ({ count }: { count: number }) =>
  Array.from({ length: count }, (_, line) => <span key={line} className={classes.line} aria-hidden />)
