// The open questions before a signature, as rows with two answers each.
import { Button } from '@mantine/core'
import type { Ref } from 'react'
import type { SignDecision } from '#shared/domain/record/signQuestions.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import type { CarriedPart } from '#shared/domain/note/parts.ts'
import classes from './SignDialog.module.css'
import type { SignRow } from './signRows.ts'

interface Props {
  rows: readonly SignRow[]
  decisions: Readonly<Record<string, SignDecision>>
  onDecide: (key: string, decision: SignDecision) => void
  /** Confirms what has no answer yet. */
  onConfirmAll: () => void
  /** Leaves the dialog for a part of the note. */
  onGo: (place: CarriedPart) => void
  confirmAll: Ref<HTMLButtonElement>
}

/** The name of an answer in a row. */
function answerName({ decisions }: SignRow, decision: SignDecision): string {
  if (decision === 'confirmed') return 'Confirm'
  return decisions.includes('confirmed') ? 'Leave as it is' : 'Leave blank'
}

export function SignQuestions({ rows, decisions, onDecide, onConfirmAll, onGo, confirmAll }: Props) {
  const open = rows.filter(({ key }) => !decisions[key]).length
  return (
    <section className={classes.questions} aria-label="Questions">
      <div className={classes.questionsHead}>
        <span role="status">{open === 0 ? 'Every question is answered' : `${countWords(open, 'question')} open`}</span>
        <Button
          ref={confirmAll}
          variant="default"
          size="compact-sm"
          onClick={onConfirmAll}
          disabled={open === 0}
          data-autofocus
        >
          Confirm all
        </Button>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.key} data-answered={decisions[row.key]}>
            <RowPlace row={row} onGo={onGo} />
            <span className={classes.what}>{row.words}</span>
            <span className={classes.answers}>
              {row.decisions.map((decision) => (
                <button
                  key={decision}
                  type="button"
                  aria-pressed={decisions[row.key] === decision}
                  aria-label={`${answerName(row, decision)}: ${row.place}, ${row.words}`}
                  onClick={() => onDecide(row.key, decision)}
                >
                  {answerName(row, decision)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RowPlace({ row: { place, goesTo }, onGo }: { row: SignRow; onGo: Props['onGo'] }) {
  if (goesTo === null) return <span className={classes.place}>{place}</span>
  return (
    <button type="button" className={classes.place} aria-label={`Go to ${place}`} onClick={() => onGo(goesTo)}>
      {place}
    </button>
  )
}
