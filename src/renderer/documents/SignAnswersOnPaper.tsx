// Under a note's signature on paper: what was asked before it, and what was answered.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { answerWords } from '#shared/domain/record/questionWords.ts'
import classes from './SessionArticle.module.css'

export function SignAnswersOnPaper({ answers }: { answers: SessionRecord['signAnswers'] }) {
  if (answers.length === 0) return null
  return <p className={classes.answers}>Asked before signing: {answers.map(answerWords).join('; ')}.</p>
}
