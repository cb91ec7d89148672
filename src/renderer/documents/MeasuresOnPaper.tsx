// The measures of a session on paper, but for pain, which stands with the session's facts.
import { measureLines } from '#shared/domain/measureLines.ts'
import type { SessionMeasures } from '#shared/domain/measures.ts'
import { Data } from './Data.tsx'
import dataClasses from './Data.module.css'
import classes from './SessionArticle.module.css'
import { Part } from './Part.tsx'

export function MeasuresOnPaper({ measures }: { measures: SessionMeasures }) {
  const lines = measureLines(measures)
  if (lines.length === 0) return null
  return (
    <Part name="Measures">
      <dl className={dataClasses.facts}>
        {lines.map(({ key, name, value, change }) => (
          <Data
            key={key}
            name={name}
            value={
              <>
                <b className={classes.pain}>{value}</b> {change.words}
              </>
            }
          />
        ))}
      </dl>
    </Part>
  )
}
