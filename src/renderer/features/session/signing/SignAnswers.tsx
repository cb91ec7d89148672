// Under a signature: what was asked before it, and what was answered.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { answerWords } from '#shared/domain/record/questionWords.ts'
import classes from './SignAnswers.module.css'

export function SignAnswers({ answers }: { answers: SessionRecord['signAnswers'] }) {
  if (answers.length === 0) return null
  return (
    <ul className={classes.answers} aria-label="Asked before signing">
      {answers.map((answer, index) => (
        <li key={index}>{answerWords(answer)}</li>
      ))}
    </ul>
  )
}
