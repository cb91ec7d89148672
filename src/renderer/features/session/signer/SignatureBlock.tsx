// A signature as it stands under a note: who, with what licence, when, and the fingerprint.
import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import type { SessionRecord, Signature } from '#shared/contract/sessions.ts'
import { answerWords } from '#shared/domain/record/questionWords.ts'
import { instantWordsToTheSecond } from '#renderer/ui/dateWords.ts'
import classes from './SignatureBlock.module.css'

interface Props {
  signature: Signature
}

export function SignatureBlock({ signature }: Props) {
  const { signerName, credentials, licenceNumber, signedAt, signedOffset, fingerprint } = signature
  const name = [signerName, credentials].filter(Boolean).join(', ')
  return (
    <div className={classes.signature}>
      <IconRosetteDiscountCheck size={20} stroke={1.6} aria-hidden />
      <div>
        <div className={classes.name} dir="auto">
          {name}
        </div>
        <div className={classes.facts}>
          {licenceNumber && `Licence ${licenceNumber} · `}Signed {instantWordsToTheSecond(signedAt, signedOffset)}
        </div>
        <details className={classes.fingerprint}>
          <summary>
            Fingerprint <span className={classes.hex}>{grouped(fingerprint.slice(0, 16))} …</span>
          </summary>
          <span className={classes.full}>{fingerprint}</span>
        </details>
      </div>
    </div>
  )
}

const grouped = (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 ')

/** Under a signature: what was asked before it, and what was answered. */
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
