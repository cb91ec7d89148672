// What was decided in a session about no-go regions: the region, why it is one, and what was done.
import type { NoGoAnswer } from '#shared/domain/bodymap/noGo.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import classes from './BodyMapOnPaper.module.css'

export function NoGoOnPaper({ answers }: { answers: readonly NoGoAnswer[] }) {
  if (answers.length === 0) return null
  return (
    <ul className={classes.noGo} aria-label="Decisions about no-go regions">
      {answers.map((answer) => (
        <li key={answer.id} dir="auto">
          {noGoWords(answer)}
        </li>
      ))}
    </ul>
  )
}

/** "Left soleus is a no-go region (forbidden: varicosities). Marked although: asked for by the client." */
export function noGoWords({ regionId, level, reason, decision, remark }: NoGoAnswer): string {
  const fact = `${labelOfRegion(regionId)} is a no-go region (${level}: ${reason}).`
  if (decision === 'left out') return `${fact} Left out${remark === '' ? '' : `: ${remark}`}.`
  return `${fact} Marked all the same${remark === '' ? ', no reason given' : `, because: ${remark}`}.`
}
