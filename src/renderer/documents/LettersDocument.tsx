// Letters to clients on paper: the same text to each, on a page of their own, with the practice's head.
import type { ComposedLetters } from '#shared/contract/closing.ts'
import { letterTo } from '#shared/domain/closing/closingLetter.ts'
import { offsetHere } from '#shared/domain/time.ts'
import { instantDayWords } from '#renderer/ui/dateWords.ts'
import paper from './paper.module.css'
import classes from './LettersDocument.module.css'

interface Props {
  /** Without the client's name. */
  text: string
  letters: ComposedLetters
}

export function LettersDocument({ text, letters: { practice, madeAt, clients } }: Props) {
  const day = instantDayWords(madeAt, offsetHere(madeAt))
  return (
    <div className={paper.paper}>
      {clients.map(({ id, name, address }) => (
        <article key={id} className={classes.letter}>
          <header className={classes.head} dir="auto">
            <strong>{practice.name}</strong>
            {practice.address !== '' && <span className={classes.lines}>{practice.address}</span>}
            {practice.phone !== '' && <span>{practice.phone}</span>}
          </header>
          <div className={classes.to} dir="auto">
            {/* The one heading of each letter: the outline of the file leads to it. */}
            <h1 className={classes.name}>{name}</h1>
            {address}
          </div>
          <div className={classes.day}>{day}</div>
          <div className={classes.text} dir="auto">
            {letterTo(text, name)}
          </div>
        </article>
      ))}
    </div>
  )
}
