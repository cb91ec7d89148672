// What verifying found beyond the chain: problems as a warning, remarks as an aside.
import { Text } from '@mantine/core'
import type { RecordFinding } from '#shared/contract/record.ts'
import { findingWords, isProblem } from './findingWords.ts'
import classes from './VerifyRecord.module.css'

interface Props {
  of: readonly RecordFinding[]
  /** What stands above the problems. */
  title: string
}

export function Findings({ of, title }: Props) {
  const problems = of.filter(isProblem)
  const remarks = of.filter((finding) => !isProblem(finding))
  return (
    <>
      {problems.length > 0 && (
        <div role="alert" className={classes.misfit}>
          <p className={classes.verdict}>{title}</p>
          {problems.map((finding) => (
            <p key={finding.kind}>
              <b>{findingWords(finding).found}</b> {findingWords(finding).meaning}
            </p>
          ))}
          <p>
            Keep the practice’s folder as it is. An older copy of it, printed patient files and saved seals can show
            what was there.
          </p>
        </div>
      )}
      {remarks.map((finding) => (
        <Text key={finding.kind} size="sm">
          {findingWords(finding).found} <span className={classes.aside}>{findingWords(finding).meaning}</span>
        </Text>
      ))}
    </>
  )
}
