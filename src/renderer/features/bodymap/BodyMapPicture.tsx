// The body map of a signed note: the same picture, only to be read.
import { findingKinds, type Finding } from '#shared/domain/bodymap/finding.ts'
import { BodyFigure } from './BodyFigure.tsx'
import classes from './BodyMap.module.css'
import { FindingsTable } from './FindingsTable.tsx'
import { Legend } from './Legend.tsx'
import { useFigureScale } from './useFigureScale.ts'

interface Props {
  findings: readonly Finding[]
}

export function BodyMapPicture({ findings }: Props) {
  const { ref, sizes } = useFigureScale()
  const kinds = findingKinds.map(({ id }) => id).filter((id) => findings.some(({ kind }) => kind === id))
  return (
    <div className={classes.bodyMap}>
      <div className={classes.map}>
        <div className={classes.top} />
        <div className={classes.pictures} ref={ref}>
          {(['anterior', 'posterior'] as const).map((view) => (
            <BodyFigure key={view} view={view} findings={findings} height="100%" sizes={sizes} />
          ))}
        </div>
        {kinds.length > 0 && <Legend kinds={kinds} />}
      </div>
      <div className={classes.list}>
        {findings.length === 0 ? <p className={classes.hint}>No findings.</p> : <FindingsTable findings={findings} />}
      </div>
    </div>
  )
}
